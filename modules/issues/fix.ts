/** What a fix is written in: a program of this library, ECS's JSON beside the options of `plan`, or Terraform. */
export type FixLanguage = "library" | "ecs" | "terraform";

/** What to type, in each language. */
export type FixInEach = Readonly<Record<FixLanguage, string>>;

/** What to type: everywhere the same, or what a program writes and what stands for it elsewhere. */
export type Fix =
  | string
  | {
      readonly library: string;
      readonly ecs: string;
      /** @default - as in the JSON of ECS, which `container_definitions` has */
      readonly terraform?: string;
    };

/** What a fix is written with, in one language. */
export interface FixWords {
  /** A field of a container with its value, for example `essential` and `"false"`. */
  field(name: string, value: string): string;
  /** A field of a volume with its value, which Terraform has as an argument. */
  volumeField(name: string, value: string): string;
  /** CPU units or MiB of memory of a task. */
  size(name: "cpu" | "memory", value: number | undefined): string;
  /** The image of a container, in a private ECR repository. */
  readonly ecrImage: string;
  /** Services that a task calls, which its definition does not show. */
  uses(...services: readonly string[]): string;
  /** A host outside AWS that a task reaches through its VPC. */
  reachableHost(host: string): string;
  readonly fips: string;
  platformVersion(version: string): string;
}

const WORDS: Readonly<Record<FixLanguage, FixWords>> = {
  library: {
    field: (name, value) => `${name}: ${value}`,
    volumeField: (name, value) => `${name}: ${value}`,
    size: (name, value) => `${name}: ${value}`,
    ecrImage: "ContainerImage.ecr(repository, { tag })",
    uses: (...services) => `uses: ${JSON.stringify(services).replaceAll('","', '", "')}`,
    reachableHost: (host) => `reachableHosts: ["${host}"]`,
    fips: "fips: true",
    platformVersion: (version) => `platformVersion: "${version}"`,
  },
  ecs: {
    field: (name, value) => `"${name}": ${value}`,
    volumeField: (name, value) => `"${name}": ${value}`,
    size: (name, value) => `"${name}": "${value}"`,
    ecrImage: '"image": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1.4.2"',
    uses: (...services) => `--uses ${services.join(",")}`,
    reachableHost: (host) => `--reachable-host ${host}`,
    fips: "--fips",
    platformVersion: (version) => `--platform-version ${version}`,
  },
  terraform: {
    field: (name, value) => `${name} = ${value}`,
    volumeField: (name, value) => `${name.replaceAll(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)} = ${value}`,
    size: (name, value) => `${name} = ${value}`,
    ecrImage: 'image = "${aws_ecr_repository.orders.repository_url}:1.4.2"',
    uses: (...services) => comment(`"uses": ${JSON.stringify(services).replaceAll('","', '", "')}`),
    reachableHost: (host) => comment(`"reachableHosts": ["${host}"]`),
    fips: comment('"fips": true'),
    platformVersion: (version) => `platform_version = "${version}"`,
  },
};

/** Terraform has no argument for what a task definition does not say. An override file may add a comment to what is HCL. */
function comment(member: string): string {
  return `"//": { "privateFargate": { ${member} } } in the task definition (of HCL in an override.tf.json)`;
}

/** A fix that is one sentence, in the words of each language. */
export function inEachLanguage(write: (words: FixWords) => string): FixInEach {
  return { library: write(WORDS.library), ecs: write(WORDS.ecs), terraform: write(WORDS.terraform) };
}

/** A fix, changed in each language alike. */
export function mapFix(fix: Fix, change: (text: string, language: FixLanguage) => string): FixInEach {
  const { library, ecs, terraform } = fixInEach(fix);
  return {
    library: change(library, "library"),
    ecs: change(ecs, "ecs"),
    terraform: change(terraform, "terraform"),
  };
}

export function fixInEach(fix: Fix): FixInEach {
  if (typeof fix === "string") return { library: fix, ecs: fix, terraform: fix };
  const { library, ecs, terraform = ecs } = fix;
  return { library, ecs, terraform };
}
