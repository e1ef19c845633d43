import { arnRegion } from "../../aws/arn-region";
import { isRegion } from "../../aws/region";
import type { Container } from "../../task/container";

/** Where the command of a collector says that its configuration is. */
export type ConfigurationPlace =
  | { readonly from: "variable"; readonly name: string }
  | {
      readonly from: "s3" | "secretsmanager";
      /** @default - it is not said */
      readonly region?: string;
    };

/** A bucket as the provider for S3 wants it, with its Region, which may be written later. */
const OBJECT = /^s3:\/\/[^/]+\.s3[.-]([^/]+)\.amazonaws\.com/;

/**
 * The places of its configuration that the option `--config` of a collector names: a variable, an object in S3, a secret.
 *
 * Sources: https://opentelemetry.io/docs/collector/configuration and the confmap providers s3provider and
 * secretsmanagerprovider of https://github.com/open-telemetry/opentelemetry-collector-contrib
 */
export function configurationPlaces({ command, entryPoint }: Container): readonly ConfigurationPlace[] {
  const words = [entryPoint, command].flatMap((list) => (Array.isArray(list) ? list : []));
  const options = words.join(" ").matchAll(/--config[=\s]+["']?([^\s"']+)/g);
  return Array.from(options, ([, value = ""]) => placeOf(value)).flat();
}

function placeOf(value: string): readonly ConfigurationPlace[] {
  const [, variable] = /^env:(\w+)$/.exec(value) ?? [];
  if (variable !== undefined) return [{ from: "variable", name: variable }];
  const [, region] = OBJECT.exec(value) ?? [];
  if (region !== undefined) return [{ from: "s3", ...(isRegion(region) ? { region } : {}) }];
  const [, secret] = /^secretsmanager:(.+)$/.exec(value) ?? [];
  if (secret === undefined) return [];
  const of = arnRegion(secret);
  return [{ from: "secretsmanager", ...(of === undefined ? {} : { region: of }) }];
}
