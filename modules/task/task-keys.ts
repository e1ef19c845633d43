import { mapValues } from "../values/map-values";
import { type EnvironmentFile, environmentFile } from "./environment-file";
import type { UncheckedFargateTask } from "./fargate-task";
import type { ContainerImage } from "./images/container-image";
import type { SecretSource } from "./secrets/secret-source";

/**
 * Keys of KMS with which is encrypted what ECS reads for a task, by where the task has it: ECS's JSON has no place for them.
 *
 * @example { "api.secrets.PASSWORD": "alias/orders", "api.environmentFiles.0": "…", "api.image": "…" }
 */
export type TaskKeys = Readonly<Record<string, string>>;

type Container = UncheckedFargateTask["containers"][string];
type KeyAt = (place: string, key: string | undefined) => string | undefined;

/** The keys that a task names. */
export function keysOf(task: UncheckedFargateTask): TaskKeys {
  const found: [string, string][] = [];
  mapKeys(task, (place, key) => {
    if (key !== undefined) found.push([place, key]);
    return key;
  });
  return Object.fromEntries(found);
}

/** A task with keys that stand beside its definition. */
export function withKeys(task: UncheckedFargateTask, keys: TaskKeys): UncheckedFargateTask {
  const known = new Map(Object.entries(keys));
  return known.size === 0 ? task : mapKeys(task, (place, key) => key ?? known.get(place));
}

function mapKeys(task: UncheckedFargateTask, keyAt: KeyAt): UncheckedFargateTask {
  const containers = Object.entries(task.containers).map(
    ([name, container]) => [name, mapContainer(container, (place, key) => keyAt(`${name}.${place}`, key))] as const,
  );
  return { ...task, containers: Object.fromEntries(containers) };
}

function mapContainer(container: Container, keyAt: KeyAt): Container {
  const { image, secrets, environmentFiles, logDriver } = container;
  return {
    ...container,
    image: mapImage(image, keyAt),
    ...(secrets === undefined ? {} : { secrets: mapSecrets(secrets, "secrets", keyAt) }),
    ...(environmentFiles === undefined
      ? {}
      : { environmentFiles: environmentFiles.map((file, index) => mapFile(file, `environmentFiles.${index}`, keyAt)) }),
    ...(logDriver !== undefined && "secretOptions" in logDriver ? { logDriver: mapLogDriver(logDriver, keyAt) } : {}),
  };
}

function mapImage(image: ContainerImage, keyAt: KeyAt): ContainerImage {
  if (image.kind !== "registry") return image;
  const credentialsKmsKey = keyAt("image", image.credentialsKmsKey);
  return credentialsKmsKey === undefined ? image : { ...image, credentialsKmsKey };
}

function mapSecrets(secrets: Readonly<Record<string, SecretSource>>, place: string, keyAt: KeyAt) {
  return mapValues(secrets, (secret: SecretSource, name): SecretSource => {
    const kmsKey = keyAt(`${place}.${name}`, secret.kmsKey);
    return kmsKey === undefined ? secret : { ...secret, kmsKey };
  });
}

function mapFile(file: EnvironmentFile | string, place: string, keyAt: KeyAt): EnvironmentFile | string {
  const kmsKey = keyAt(place, environmentFile(file).kmsKey);
  return kmsKey === undefined ? file : { ...environmentFile(file), kmsKey };
}

function mapLogDriver<Driver extends { readonly secretOptions?: Readonly<Record<string, SecretSource>> }>(
  driver: Driver,
  keyAt: KeyAt,
): Driver {
  const { secretOptions } = driver;
  return secretOptions === undefined
    ? driver
    : { ...driver, secretOptions: mapSecrets(secretOptions, "secretOptions", keyAt) };
}
