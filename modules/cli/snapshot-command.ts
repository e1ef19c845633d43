import { compareSnapshots } from "../snapshot/compare-snapshots";
import type { NetworkSnapshot } from "../snapshot/network-snapshot";
import { compactJson } from "../text/compact-json";
import { fillLines } from "../text/fill-lines";
import { piecesOf } from "../text/pieces";
import { counted } from "../text/words";
import type { Command } from "./command";
import { EXIT_CODE, type ExitCode } from "./exit-code";
import type { CommandArguments, OptionTable } from "./parse-arguments";
import { readNetworkFile } from "./read-network-file";
import { checkedRegion } from "./region-option";
import { takeSnapshot } from "./take-snapshot";
import type { Terminal } from "./terminal";
import { UnusableInputError } from "./unusable-input";

const OPTIONS = {
  vpc: { value: "VPC", summary: "id of the VPC; with --compare that in the file by default" },
  region: { value: "REGION", summary: "its Region; by default that of the environment or the profile" },
  compare: { value: "FILE", summary: "show what has changed since a snapshot was taken, and take none" },
} as const satisfies OptionTable;

const REMARKS = `The snapshot goes to standard output: private-fargate snapshot --vpc VPC > network.json. It is for
private-fargate check PATH --network network.json, and for existingNetwork in a program. The account is read with
the credentials that the AWS CLI would take, and nothing is changed. It needs the package @aws-sdk/client-ec2,
and for private hosted zones and Resolver rules @aws-sdk/client-route-53 and @aws-sdk/client-route53resolver.

exit status: 0 where the snapshot is taken, or nothing has changed, 1 where something has changed,
2 where the command line, the file or the account cannot be used`;

/** `private-fargate snapshot`: what a VPC has, as a file. */
export const snapshotCommand: Command = {
  name: "snapshot",
  operands: "--vpc VPC",
  summary: "read a VPC that exists from its account, for check --network",
  options: OPTIONS,
  remarks: REMARKS,
  run: snapshot,
};

async function snapshot({ options, operands }: CommandArguments, terminal: Terminal): Promise<ExitCode> {
  const [operand] = operands;
  if (operand !== undefined) {
    throw new UnusableInputError(`snapshot takes no "${operand}"; write private-fargate snapshot --vpc VPC`);
  }
  const region = checkedRegion(options.get("region"));
  const vpc = checkedVpc(options.get("vpc"));
  const file = options.get("compare");
  if (file !== undefined) return compare(file, await readNetworkFile(file, terminal), { vpc, region }, terminal);
  if (vpc === undefined) {
    throw new UnusableInputError(
      "there is no VPC; write private-fargate snapshot --vpc VPC, for example --vpc vpc-0123456789abcdef0",
    );
  }
  terminal.writeAnswer(`${compactJson(await takeSnapshot(vpc, region, terminal))}\n`);
  return EXIT_CODE.success;
}

async function compare(
  file: string,
  before: NetworkSnapshot,
  {
    vpc = before.vpc.id,
    region = before.region,
  }: { readonly vpc: string | undefined; readonly region: string | undefined },
  terminal: Terminal,
): Promise<ExitCode> {
  const now = await takeSnapshot(vpc, region, terminal);
  const changes = compareSnapshots(before, now);
  const place = `${vpc} in ${now.region}`;
  if (changes.length === 0) {
    terminal.writeAnswer(`${file} is what ${place} is\n`);
    return EXIT_CODE.success;
  }
  const renew = `to renew it, write private-fargate snapshot --vpc ${vpc} --region ${now.region} > ${file}`;
  const width = terminal.screen?.columns;
  const lines = changes.flatMap((change) => fillLines("  ", piecesOf(change), 4, width)).join("\n");
  terminal.writeAnswer(`${counted(changes.length, "change")} of ${place} since ${file}\n${lines}\n${renew}\n`);
  return EXIT_CODE.issues;
}

function checkedVpc(value: string | undefined): string | undefined {
  if (value === undefined || /^vpc-[0-9a-f]+$/.test(value)) return value;
  throw new UnusableInputError(
    `--vpc cannot be "${value}", which is no id of a VPC; it starts with vpc-, for example vpc-0123456789abcdef0`,
  );
}
