import { isReachableHost } from "../../asks/reachable-host";
import { type Issue, issue } from "../../issues/issue";
import { isUnresolved } from "../../values/unresolved";
import type { RequirementRule } from "./requirement-rule";

const COPY_INTO_ECR = "copy the image into an ECR repository and write ContainerImage.ecr(repository, { tag })";

/** A registry other than ECR is on the internet, where no endpoint leads, unless the task reaches it through its VPC. */
export const otherRegistry: RequirementRule = {
  id: "other-registry",
  source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
  *derive({ task, containers }) {
    for (const [name, { image }] of containers) {
      if (image.kind !== "registry") continue;
      const host = registryHost(image.name);
      if (host !== undefined && isReachableHost(host, task.reachableHosts)) continue;
      const path = `containers.${name}.image`;
      if (host === undefined && (task.reachableHosts ?? []).length > 0) yield { remark: unknownHost(image.name, path) };
      else yield { unreachable: unreachable(image.name, host, path) };
    }
  },
};

/** The host of an image's name; without one it is Docker Hub. `undefined` where Terraform fills it in. */
function registryHost(image: string): string | undefined {
  const [first = "", ...rest] = `${image}`.split("/");
  if (isUnresolved(first)) return undefined;
  const isHost = rest.length > 0 && (/[.:]/.test(first) || first === "localhost");
  return isHost ? first.replace(/:\d+$/, "") : "docker.io";
}

function unreachable(image: string, host: string | undefined, path: string): Issue {
  const common = {
    code: "registry-unreachable",
    path,
    problem: `the image "${image}" cannot be pulled through a VPC endpoint`,
  } as const;
  if (host === "public.ecr.aws") {
    return {
      ...common,
      why: "endpoints support ECR Public only for the API in us-east-1, not for pulling images; without an internet route the pull times out",
      fix: image.includes("/aws-for-fluent-bit")
        ? 'take the copy that AWS keeps in ECR of each Region: the public parameter "/aws/service/aws-for-fluent-bit/stable" (Windows: "/aws/service/aws-for-fluent-bit/windowsservercore:stable") holds its URI, which you write as ContainerImage.ecr(uri)'
        : COPY_INTO_ECR,
    };
  }
  return {
    ...common,
    why: "there are endpoints for private ECR repositories only; without an internet route every other registry times out",
    fix:
      host === undefined || host === "docker.io"
        ? COPY_INTO_ECR
        : `${COPY_INTO_ECR}; or, if the task reaches the registry through its VPC, reachableHosts: ["${host}"]`,
  };
}

function unknownHost(image: string, path: string): Issue {
  return issue("registry-unknown", {
    path,
    problem: `the registry of the image "${image}" is known only when Terraform runs`,
    fix: "see to it that it is; otherwise the pull times out",
  });
}
