import type { Container } from "../../../../modules";
import type { ContainerWish } from "./arbitrary-workload";
import { makeImage } from "./make-image";
import { makeLogDriver } from "./make-log-driver";
import { makeSecret } from "./make-secret";
import type { Need } from "./scenario-needs";
import type { ContainerPlace, Part } from "./scenario-part";

/** A container, what it needs, and of which kinds its parts are. */
export function makeContainer(wish: ContainerWish, place: ContainerPlace): Part<Container> {
  const image = makeImage(wish, place);
  const secrets = wish.secrets
    .filter((kind) => place.isNew || kind !== "secret-part")
    .map((kind) => makeSecret(kind, place));
  const files = place.isNew ? wish.environmentFiles : 0;
  const arns = Array.from({ length: files }, (_, index) => `arn:${place.partition}:s3:::config/${index}.env`);
  const logs = makeLogDriver(wish, place);
  const collector = makeCollector(wish);
  return {
    value: {
      image: image.value,
      essential: true,
      ...(secrets.length === 0
        ? {}
        : { secrets: Object.fromEntries(secrets.map(({ value }, index) => [`SECRET_${index}`, value])) }),
      ...(files === 0
        ? {}
        : { environmentFiles: arns.map((arn, index) => (index === 0 ? arn : { arn, region: place.region })) }),
      ...(logs.value === undefined ? {} : { logDriver: logs.value }),
      ...(collector.value === undefined ? {} : { environment: collector.value }),
    },
    needs: [
      ...image.needs,
      ...secrets.flatMap(({ needs }) => needs),
      ...arns.map((arn): Need => ({ service: "s3", asks: fileAsks(arn) })),
      ...logs.needs,
      ...collector.needs,
    ],
    labels: [
      ...image.labels,
      ...secrets.flatMap(({ labels }) => labels),
      ...(files === 0 ? [] : ["environment files"]),
      ...logs.labels,
      ...collector.labels,
    ],
  };
}

function fileAsks(arn: string) {
  return [
    { actions: ["s3:GetObject"], resources: [arn] },
    { actions: ["s3:GetBucketLocation"], resources: [arn.replace(/\/.*$/, "")] },
  ];
}

function makeCollector({ collector }: ContainerWish): Part<Container["environment"]> {
  const labels = [`collector: ${collector}`];
  switch (collector) {
    case "none":
      return { value: undefined, needs: [], labels };
    case "xray-daemon":
      return { value: undefined, needs: [{ service: "xray" }], labels };
    case "opentelemetry":
      return { value: { AOT_CONFIG_CONTENT: "exporters:\n  awsxray:\n" }, needs: [{ service: "xray" }], labels };
    case "cloudwatch-agent":
      return { value: { CW_CONFIG_CONTENT: '{"metrics":{}}' }, needs: [{ service: "monitoring" }], labels };
  }
}
