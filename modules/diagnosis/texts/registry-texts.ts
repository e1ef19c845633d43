import type { FailedCall } from "../causes/failed-call";
import { hostsIn, registryIn } from "../input/host-in-text";
import { byExecutionRole, type KnownText, NO_CALL, PAGES } from "./known-text";

const TOKEN = byExecutionRole(["ecr.api"], "ecr:GetAuthorizationToken");
const OF_IMAGE = "the task cannot pull its image";
const OF_LAYERS = "the task cannot download the layers of its image";

/** The call for a manifest: to the registry that the text names, else to ECR. */
function manifestCall(text: string): FailedCall {
  return pullCall(text, { services: ["ecr.dkr"], actions: ["ecr:BatchGetImage"], by: "execution-role" });
}

/** The call for layers: to where the text says that they are, else to S3, where ECR keeps them. */
function layerCall(text: string): FailedCall {
  return pullCall(text, { services: ["s3"], actions: ["s3:GetObject"], by: "execution-role" });
}

/** The call that was refused: ECR leads requests for layers on to S3, and the message keeps the address that was asked first. */
function refusedLayerCall(text: string): FailedCall {
  const call = layerCall(text);
  return call.services.includes("ecr.dkr") ? { ...call, services: ["s3"], actions: ["s3:GetObject"] } : call;
}

function pullCall(text: string, usual: FailedCall): FailedCall {
  const named = hostsIn(text)[0] ?? registryIn(text);
  if (named === undefined) return usual;
  const { host, service, region } = named;
  const where = { host, ...(region === undefined ? {} : { region }) };
  if (service === undefined) return { ...usual, services: [registryOf(host)], actions: [], ...where };
  const actions = { s3: ["s3:GetObject"], "ecr.api": ["ecr:GetAuthorizationToken"] }[service] ?? usual.actions;
  return { ...usual, services: [service], actions, ...where };
}

/** Docker Hub answers under several names. */
function registryOf(host: string): string {
  return /(?:^|\.)docker\.(?:io|com)$/.test(host) ? "docker.io" : host;
}

/** Texts about images, those in which the registry has answered first. */
export const REGISTRY_TEXTS: readonly KnownText[] = [
  {
    name: "image-architecture",
    pattern: /descriptor matching platform|exec format error/i,
    what: "the image is for another CPU architecture",
    call: NO_CALL,
    causes: ["architecture-mismatch"],
    source: PAGES.pull,
    confidence: "documented",
  },
  {
    name: "pull-rate-limit",
    pattern: /toomanyrequests: |pull rate limit|(?:CannotPull|\/manifests\/).*429 Too Many Requests/i,
    what: OF_IMAGE,
    call: manifestCall,
    causes: ["pull-rate-limit"],
    source: PAGES.pull,
    confidence: "documented",
  },
  {
    name: "disk-full",
    pattern: /(?:CannotPull|ref pull|extract|unpack|register layer).*no space left on device/i,
    what: "the image does not fit",
    call: NO_CALL,
    causes: ["disk-full"],
    source: PAGES.pull,
    confidence: "documented",
  },
  {
    name: "pull-refused",
    pattern: /has the permissions to pull images|not authorized to perform: ecr:(?!GetAuthorizationToken)/i,
    what: OF_IMAGE,
    call: byExecutionRole(["ecr.dkr"], "ecr:BatchGetImage"),
    causes: ["permission-missing", "resource-policy-refuses", "endpoint-policy-refuses", "organization-policy-refuses"],
    source: PAGES.pull,
    confidence: "documented",
  },
  {
    name: "image-missing",
    pattern:
      /(?:failed to resolve ref|manifest for) .*not found|(?:CannotPull|manifest|pull).*manifest unknown|pull access denied|requested access to the resource is denied|CannotPull.*(?:repository (?:does not exist|not found)|image not found|not found$)|repository with name .* does not exist/i,
    what: OF_IMAGE,
    call: manifestCall,
    causes: ["image-missing", "resource-policy-refuses"],
    source: PAGES.agent,
    confidence: "seen",
  },
  {
    name: "image-layers-refused",
    pattern: /(?:httpRead\w*Seeker|failed to copy|starport-layer-bucket).*(?:\b403\b|Forbidden|AccessDenied)/i,
    what: OF_LAYERS,
    call: refusedLayerCall,
    causes: ["endpoint-policy-refuses", "endpoint-policy-layer-condition", "resource-policy-refuses"],
    source: PAGES.pull,
    confidence: "documented",
  },
  {
    name: "image-layers",
    pattern: /ref pull has been retried|httpRead\w*Seeker|CannotPull.*failed to copy|starport-layer-bucket/i,
    what: OF_LAYERS,
    call: layerCall,
    source: PAGES.agent,
    confidence: "seen",
  },
  {
    name: "image-layers-panic",
    pattern: /(?:CannotPull|pull command failed).*nil pointer dereference/i,
    what: OF_LAYERS,
    call: byExecutionRole(["s3"], "s3:GetObject"),
    source: PAGES.pull,
    confidence: "documented",
  },
  {
    name: "registry-token",
    pattern:
      /unable to retrieve ecr registry auth|cannot pull registry auth from Amazon ECR|ecr:GetAuthorizationToken|ECR: GetAuthorizationToken/i,
    what: "the task cannot fetch the token with which it pulls from ECR",
    call: TOKEN,
    source: PAGES.initialization,
    confidence: "documented",
  },
  {
    name: "image-manifest",
    pattern:
      /CannotPull\w*|pull image manifest|failed to resolve ref|The task (?:can't|cannot) pull (?:the image|'[^']*' from the Amazon ECR)|Error response from daemon: Get|dkr[.-]ecr[\w.-]*\/v2\/.*(?:timeout|timed out|canceled|no such host|dial tcp|denied|Forbidden|\bEOF\b)/i,
    what: OF_IMAGE,
    call: manifestCall,
    source: PAGES.pull,
    confidence: "documented",
  },
];
