import type { PortMapping } from "./container";

/** A port with its defaults filled in. A token that cdktf passes as an object is a port number, not a mapping. */
export function portMapping(port: number | PortMapping): PortMapping & { readonly protocol: "tcp" | "udp" } {
  return typeof port === "object" && "containerPort" in port
    ? { protocol: "tcp", ...port }
    : { containerPort: port, protocol: "tcp" };
}
