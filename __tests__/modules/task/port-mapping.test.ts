import { describe, expect, it } from "vitest";
import { portMapping } from "../../../modules/task/port-mapping";
import { NUMBER_TOKENS } from "../../support/tokens";

describe("portMapping", () => {
  it("takes a number for a TCP port", () => {
    expect(portMapping(8080)).toEqual({ containerPort: 8080, protocol: "tcp" });
  });

  it("fills in the protocol of a mapping", () => {
    expect(portMapping({ containerPort: 8080, name: "http" })).toEqual({
      containerPort: 8080,
      name: "http",
      protocol: "tcp",
    });
  });

  it("keeps the protocol of a mapping", () => {
    expect(portMapping({ containerPort: 53, protocol: "udp" })).toEqual({ containerPort: 53, protocol: "udp" });
  });

  it.each(NUMBER_TOKENS)("takes %s for a port", (_name, token) => {
    expect(portMapping(token).containerPort).toBe(token);
    expect(portMapping(token).protocol).toBe("tcp");
  });
});
