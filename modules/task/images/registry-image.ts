import { declaredCall, isPrivateName, isReachableHost } from "../../asks/reachable-host";
import { ecrHost } from "../../aws/ecr-repository-url";
import { inEachLanguage } from "../../issues/fix";
import { type Issue, issue } from "../../issues/issue";
import { isPending } from "../../values/pending";
import type { ImageKind } from "./image-kind";
import { withoutScheme } from "./image-name";
import { repositoryCredentialsAsks } from "./repository-credentials";

/** An image in any other registry. */
export interface RegistryImage {
  readonly kind: "registry";
  /** Full name of the image, for example `"docker.io/library/nginx:1.29"`. */
  readonly name: string;
  /**
   * The secret of Secrets Manager that holds user and password (`repositoryCredentials.credentialsParameter`): its ARN, or
   * its name in the task's Region and account.
   *
   * @default - the image is public
   */
  readonly credentialsParameter?: string;
  /** Key of KMS with which that secret is encrypted: its id, its ARN, or an alias. @default - a key of AWS's */
  readonly credentialsKmsKey?: string;
}

/**
 * An image in another registry. There is no VPC endpoint for one, so a task without an internet route cannot pull it,
 * unless the registry is among the task's `reachableHosts`.
 *
 * @param name full name of the image, for example `"docker.io/library/nginx:1.29"`
 * @param options the secret with user and password, and the key of your own with which it is encrypted
 */
export function registryImage(
  name: string,
  options: Pick<RegistryImage, "credentialsParameter" | "credentialsKmsKey"> = {},
): RegistryImage {
  return { kind: "registry", name, ...options };
}

/** A registry other than ECR is on the internet, where no endpoint leads, unless the task reaches it through its VPC. */
export const registryImageKind: ImageKind<RegistryImage> = {
  *check({ name }, path): Generator<Issue> {
    if (name === "") {
      yield issue("image-empty", {
        path,
        problem: "the image has no name",
        fix: {
          library: "push the image to ECR and write ContainerImage.ecr(repository)",
          ecs: `push the image to ECR and write ${EXAMPLE}`,
        },
      });
    } else if (isInEcr(name)) yield inEcr(name, path);
  },
  write: ({ name }) => name,
  writeFields: ({ credentialsParameter }) =>
    credentialsParameter === undefined ? {} : { repositoryCredentials: { credentialsParameter } },
  *asks({ name, credentialsParameter: secret, credentialsKmsKey }, path, context) {
    const host = registryHost(name);
    const pull = { kind: "registry", image: name, port: registryPort(name), path } as const;
    if (host === undefined && context.reachableHosts.length > 0) yield { remark: unknownHost(name, path) };
    else if (host === undefined) yield { unreachable: unreachable(name, host, path), outside: pull };
    else if (isReachableHost(host, context.reachableHosts)) yield* declaredCall({ ...pull, host });
    else if (isPrivateName(host)) yield { remark: privateHost(name, host, path), leavesOpen: true };
    else yield { unreachable: unreachable(name, host, path), outside: { ...pull, host } };
    const ofSecret = `${path}.credentialsParameter`;
    if (secret !== undefined) yield* repositoryCredentialsAsks(secret, ofSecret, context, credentialsKmsKey);
  },
};

/** The host of an image's name; without one it is Docker Hub. `undefined` where Terraform fills it in. */
function registryHost(image: string): string | undefined {
  const [first = "", ...rest] = withoutScheme(`${image}`).split("/");
  if (isPending(first)) return undefined;
  const isHost = rest.length > 0 && (/[.:]/.test(first) || first === "localhost");
  return isHost ? first.replace(/:\d+$/, "") : "docker.io";
}

/** The port in an image's name, which follows the host; registries answer on 443 else. */
function registryPort(image: string): number {
  return Number(/^[^/]*:(\d+)\//.exec(withoutScheme(`${image}`))?.[1] ?? 443);
}

const EXAMPLE = '"image": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1.4.2"';

const COPY_INTO_ECR = inEachLanguage(({ ecrImage }) => `copy the image into an ECR repository and write ${ecrImage}`);

const COPY_OF_FLUENT_BIT =
  'take the copy that AWS keeps in ECR of each Region: the public parameter "/aws/service/aws-for-fluent-bit/stable" (Windows: "/aws/service/aws-for-fluent-bit/windowsservercore:stable") holds its URI, which you write as';

function isInEcr(image: string): boolean {
  return /^\d{12}\./.test(image) && ecrHost(image) !== undefined;
}

function inEcr(image: string, path: string): Issue {
  return issue("image-in-ecr", {
    path,
    problem: `the image "${image}" is in a private ECR repository`,
    fix: { library: "write ContainerImage.ecr(repositoryUrl, { tag })", ecs: "write its URL as AWS does" },
  });
}

function unreachable(image: string, host: string | undefined, path: string): Issue {
  if (isInEcr(image)) return inEcr(image, path);
  const problem = `the image "${image}" cannot be pulled through a VPC endpoint`;
  if (host === "public.ecr.aws") {
    return issue("registry-unreachable", {
      path,
      problem,
      why: "endpoints support ECR Public only for the API in us-east-1, not for pulling images; without an internet route the pull times out",
      fix: image.includes("/aws-for-fluent-bit")
        ? { library: `${COPY_OF_FLUENT_BIT} ContainerImage.ecr(uri)`, ecs: `${COPY_OF_FLUENT_BIT} "image"` }
        : COPY_INTO_ECR,
    });
  }
  return issue("registry-unreachable", {
    path,
    problem,
    why: "there are endpoints for private ECR repositories only; without an internet route every other registry times out",
    fix: fixOfHost(host),
  });
}

function fixOfHost(host: string | undefined): ReturnType<typeof inEachLanguage> {
  if (host === "docker.io") return COPY_INTO_ECR;
  return inEachLanguage(({ ecrImage, reachableHost }) =>
    host === undefined
      ? `if it is in an ECR repository, write ${ecrImage}; otherwise copy it into one`
      : `copy the image into an ECR repository and write ${ecrImage}; or, if the task reaches the registry through its VPC, ${reachableHost(host)}`,
  );
}

function privateHost(image: string, host: string, path: string): Issue {
  return issue("registry-unknown", {
    path,
    problem: `whether the task reaches "${host}", from which the image "${image}" is pulled, is not known`,
    why: "the internet has no such name; a private hosted zone or Cloud Map may have it",
    fix: inEachLanguage(
      ({ ecrImage, reachableHost }) =>
        `if the VPC has the name, write ${reachableHost(host)}; otherwise copy the image into an ECR repository and write ${ecrImage}`,
    ),
  });
}

function unknownHost(image: string, path: string): Issue {
  return issue("registry-unknown", {
    path,
    problem: `the registry of the image "${image}" is known only when Terraform runs`,
    fix: "see to it that it is; otherwise the pull times out",
  });
}
