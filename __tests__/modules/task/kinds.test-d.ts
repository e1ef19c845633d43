import { describe, expectTypeOf, it } from "vitest";
import type { Container } from "../../../modules/task/container";
import type { ContainerImage } from "../../../modules/task/images/container-image";
import type { ImageKind } from "../../../modules/task/images/image-kind";
import type { LOG_DRIVER_KINDS, LogDriver } from "../../../modules/task/log-drivers/log-driver";
import type { LogDriverKind } from "../../../modules/task/log-drivers/log-driver-kind";
import type { SECRET_KINDS, SecretSource } from "../../../modules/task/secrets/secret-source";
import type { VOLUME_KINDS, Volume } from "../../../modules/task/volumes/volume";

/** A driver that somebody has added to the union, and nothing else. */
interface KinesisDriver {
  readonly kind: "kinesis";
}

describe("a kind without its row", () => {
  it("does not compile: each table has a row for every kind, of that kind", () => {
    expectTypeOf<keyof typeof LOG_DRIVER_KINDS>().toEqualTypeOf<LogDriver["kind"]>();
    expectTypeOf<keyof typeof SECRET_KINDS>().toEqualTypeOf<SecretSource["kind"]>();
    expectTypeOf<keyof typeof VOLUME_KINDS>().toEqualTypeOf<Volume["kind"]>();
    expectTypeOf<(typeof LOG_DRIVER_KINDS)["awslogs"]>().toEqualTypeOf<
      LogDriverKind<Extract<LogDriver, { readonly kind: "awslogs" }>>
    >();
  });

  it("is missed where the table is written", () => {
    type Rows = { readonly [Kind in (LogDriver | KinesisDriver)["kind"]]: object };
    // @ts-expect-error there is no row "kinesis"
    const rows: Rows = { awslogs: {}, firelens: {}, splunk: {}, none: {}, unsupported: {} };
    expectTypeOf(rows).toEqualTypeOf<Rows>();
  });

  it("cannot leave out what it checks, writes or asks", () => {
    // @ts-expect-error it does not say what writing to it asks
    const silent: LogDriverKind<KinesisDriver> = { ecs: undefined, check: () => [] };
    expectTypeOf(silent).toEqualTypeOf<LogDriverKind<KinesisDriver>>();
    // @ts-expect-error it does not say what pulling it asks
    const unpulled: ImageKind<{ readonly kind: "ghcr" }> = {
      check: () => [],
      write: () => "",
      writeFields: () => ({}),
    };
    expectTypeOf(unpulled).toEqualTypeOf<ImageKind<{ readonly kind: "ghcr" }>>();
  });

  it("is none that a container takes", () => {
    expectTypeOf<KinesisDriver>().not.toExtend<NonNullable<Container["logDriver"]>>();
    expectTypeOf<{ readonly kind: "ghcr" }>().not.toExtend<ContainerImage>();
  });
});
