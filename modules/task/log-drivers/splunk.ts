import { declaredCall, hostOf, isReachableHost, portOf } from "../../asks/reachable-host";
import { inEachLanguage } from "../../issues/fix";
import { issue } from "../../issues/issue";
import { isPending } from "../../values/pending";
import type { SecretSource } from "../secrets/secret-source";
import { furtherOptions, type LogDriverKind, type LogDriverOptions } from "./log-driver-kind";
import { logHostAsks } from "./log-host-asks";
import { unknownDestination } from "./unknown-destination";

const URL_OPTION = "splunk-url";
const TOKEN_OPTION = "splunk-token";

/** {@link SplunkDriver} with the address as a text. */
export interface SplunkDriverWithUrl extends LogDriverOptions {
  readonly kind: "splunk";
  /** Address of the HTTP event collector, for example `"https://splunk.example.com:8088"`. */
  readonly url: string;
}

/** {@link SplunkDriver} with the address in a secret. */
export interface SplunkDriverWithSecretUrl extends LogDriverOptions {
  readonly kind: "splunk";
  readonly url?: never;
  readonly secretOptions: Readonly<Record<string, SecretSource>> & { readonly [URL_OPTION]: SecretSource };
}

/** Sends the container's output to Splunk. The address of the collector is a text, or the secret option `splunk-url`. */
export type SplunkDriver = SplunkDriverWithUrl | SplunkDriverWithSecretUrl;

/**
 * Sends the output to Splunk.
 *
 * @param url address of the HTTP event collector
 * @example LogDriver.splunk("https://splunk.internal:8088", { secretOptions: { "splunk-token": SecretSource.ssmParameter("/splunk") } })
 */
export function splunk(url: string, options: LogDriverOptions = {}): SplunkDriver {
  return { kind: "splunk", url, ...options };
}

const SENDER = {
  rule: "splunk",
  by: "task-role",
  name: "the splunk driver",
  failure: "the task starts, and what the driver cannot send is lost",
} as const;

/** The driver sends to an address that no VPC endpoint of AWS's serves, unless it is one of AWS's. */
export const splunkKind: LogDriverKind<SplunkDriver> = {
  ecs: {
    name: "splunk",
    needed: [URL_OPTION, TOKEN_OPTION],
    read({ [URL_OPTION]: url, ...rest }, configuration) {
      const { secretOptions } = configuration;
      const secretUrl = secretOptions?.[URL_OPTION];
      if (url !== undefined || secretUrl === undefined) return splunk(url ?? "", furtherOptions(rest, configuration));
      const secrets = { ...secretOptions, [URL_OPTION]: secretUrl };
      return { kind: "splunk", ...furtherOptions(rest, configuration), secretOptions: secrets };
    },
    write: ({ url }) => (url === undefined ? {} : { [URL_OPTION]: url }),
  },
  *check({ url, options, secretOptions }, path) {
    if (url !== undefined && !isPending(url) && !/^https?:\/\/./.test(url)) {
      yield issue("splunk-url-malformed", {
        path,
        problem: `"${url}" is not the address of a collector`,
        fix: 'write it as "https://splunk.example.com:8088"',
      });
    }
    if ((secretOptions?.[TOKEN_OPTION] ?? options?.[TOKEN_OPTION]) !== undefined) return;
    yield issue("log-option-missing", {
      path,
      problem: "the log driver splunk has no option splunk-token",
      why: "the collector takes lines only with its token",
      fix: {
        library: 'add it as a secret: secretOptions: { "splunk-token": SecretSource.ssmParameter(name) }',
        ecs: 'add it as a secret: "secretOptions": [{ "name": "splunk-token", "valueFrom": "/splunk/token" }]',
      },
    });
  },
  *asks({ url }, path, context) {
    if (url === undefined || isPending(url)) {
      yield { remark: unknownDestination("the splunk driver", path) };
      return;
    }
    const host = hostOf(url);
    if (host === "") return;
    const outside = { kind: "log-destination", host, ...portOf(url), path } as const;
    if (isReachableHost(host, context.reachableHosts)) {
      yield* declaredCall(outside);
      return;
    }
    const sender = { ...SENDER, path };
    yield* logHostAsks(host, sender, context, {
      unreachable: issue("log-destination-unreachable", {
        path,
        problem: `the splunk driver sends to "${host}", to which no VPC endpoint leads`,
        why: "Splunk is not an AWS service; without an internet route nothing arrives",
        fix: inEachLanguage(
          ({ reachableHost }) =>
            `if the task reaches it through its VPC, write ${reachableHost(host)}; otherwise log to CloudWatch Logs and forward from there`,
        ),
      }),
      outside,
    });
  },
};
