import type { LbListenerConfig } from "@cdktf/provider-aws/lib/lb-listener";
import type { Listener } from "./listener";
import { numberAsText } from "./number-as-text";

/** A listener of an application load balancer, which forwards to a target group unless it redirects, as attributes. */
export function listenerAttributes(
  listener: Listener,
  targetGroupArn: string,
): Omit<LbListenerConfig, "loadBalancerArn"> {
  const forward = { type: "forward", targetGroupArn };
  switch (listener.kind) {
    case "http":
      return { port: listener.port, protocol: "HTTP", defaultAction: [forward] };
    case "https": {
      const { port, certificateArn, sslPolicy } = listener;
      return { port, protocol: "HTTPS", certificateArn, sslPolicy, defaultAction: [forward] };
    }
    case "redirect": {
      const redirect = { protocol: "HTTPS", port: numberAsText(listener.httpsPort), statusCode: "HTTP_301" };
      return { port: listener.port, protocol: "HTTP", defaultAction: [{ type: "redirect", redirect }] };
    }
  }
}
