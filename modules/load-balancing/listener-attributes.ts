import type { LbListenerConfig, LbListenerDefaultAction } from "@cdktf/provider-aws/lib/lb-listener";
import type { Listener } from "./listener";
import { numberAsText } from "./number-as-text";

/** A listener of an application load balancer as attributes: what it does with requests that no rule takes, unless it redirects. */
export function listenerAttributes(
  listener: Listener,
  action: LbListenerDefaultAction,
): Omit<LbListenerConfig, "loadBalancerArn" | "defaultAction"> & { readonly defaultAction: LbListenerDefaultAction[] } {
  switch (listener.kind) {
    case "http":
      return { port: listener.port, protocol: "HTTP", defaultAction: [action] };
    case "https": {
      const { port, certificateArn, sslPolicy } = listener;
      return { port, protocol: "HTTPS", certificateArn, sslPolicy, defaultAction: [action] };
    }
    case "redirect": {
      const redirect = { protocol: "HTTPS", port: numberAsText(listener.httpsPort), statusCode: "HTTP_301" };
      return { port: listener.port, protocol: "HTTP", defaultAction: [{ type: "redirect", redirect }] };
    }
  }
}
