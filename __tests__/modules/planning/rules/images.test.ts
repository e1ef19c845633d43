import { expect, it } from "vitest";
import { ContainerImage, LogDriver } from "../../../../modules";
import { asksOf } from "../../../../modules/planning/rules/asks-of";
import { images } from "../../../../modules/planning/rules/images";
import { silent } from "../../../support/planned";

it("asks what the image of each container asks, at its place", () => {
  const task = {
    family: "orders",
    containers: {
      api: silent,
      proxy: {
        image: ContainerImage.registry("registry.example.com/proxy", { credentialsParameter: "login" }),
        logDriver: LogDriver.none(),
      },
    },
  };
  expect(images.source).toMatch(/^https:/);
  expect(asksOf(task).map(({ service, path }) => `${service} ${path}`)).toEqual([
    "s3 containers.api.image",
    "ecr.dkr containers.api.image",
    "ecr.api containers.api.image",
    "secretsmanager containers.proxy.image.credentialsParameter",
  ]);
});

it("asks nothing for an image of a kind that nobody knows, which the check of the task refuses", () => {
  const image = JSON.parse('{ "kind": "ghcr", "name": "x" }');
  expect(asksOf({ family: "orders", containers: { api: { ...silent, image } } })).toEqual([]);
});
