import { type Sidecar, type SidecarOptions, sidecarContainer } from "./sidecar";
import { XRAY_GRANT } from "./xray-rights";

const PUBLISHED = "public.ecr.aws/xray/aws-xray-daemon:latest";

/**
 * The daemon of X-Ray. It takes the segments of the SDKs at UDP port 2000 of the task, and sends them to X-Ray.
 * Source: https://docs.aws.amazon.com/xray/latest/devguide/xray-daemon-ecs.html
 *
 * @example Sidecars.xrayDaemon({ image: ContainerImage.ecr(`${registry}/xray-daemon`, { tag: "3.x" }) })
 */
export function xrayDaemon(options: SidecarOptions = {}): Sidecar {
  const ports = [{ containerPort: 2000, protocol: "udp" }] as const;
  return { container: sidecarContainer(PUBLISHED, options, { essential: false, ports }), grants: [XRAY_GRANT] };
}
