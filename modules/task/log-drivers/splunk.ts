import { hostOf, isReachableHost } from "../../asks/reachable-host";
import { issue } from "../../issues/issue";
import { isUnresolved } from "../../values/unresolved";
import { furtherOptions, type LogDriverKind, type LogDriverOptions } from "./log-driver-kind";

/** Sends the container's output to Splunk. */
export interface SplunkDriver extends LogDriverOptions {
  readonly kind: "splunk";
  /** Address of the HTTP event collector, for example `"https://splunk.example.com:8088"`. */
  readonly url: string;
}

/**
 * Sends the output to Splunk.
 *
 * @param url address of the HTTP event collector
 * @example LogDriver.splunk("https://splunk.internal:8088", { secretOptions: { "splunk-token": SecretSource.ssmParameter("/splunk") } })
 */
export function splunk(url: string, options: Omit<SplunkDriver, "kind" | "url"> = {}): SplunkDriver {
  return { kind: "splunk", url, ...options };
}

const URL_OPTION = "splunk-url";
const TOKEN_OPTION = "splunk-token";

/** The driver sends to an address that no VPC endpoint of AWS's serves. */
export const splunkKind: LogDriverKind<SplunkDriver> = {
  ecs: {
    name: "splunk",
    read({ [URL_OPTION]: url = "", ...rest }, configuration) {
      return splunk(url, furtherOptions(rest, configuration));
    },
    write: ({ url }) => ({ [URL_OPTION]: url }),
  },
  *check({ url, options, secretOptions }, path) {
    if (url === "" || (!isUnresolved(url) && !/^https?:\/\/./.test(url))) {
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
      fix: 'add it as a secret: secretOptions: { "splunk-token": SecretSource.ssmParameter(name) }',
    });
  },
  *asks({ url }, path, { reachableHosts }) {
    if (isUnresolved(url)) return;
    const host = hostOf(url);
    if (isReachableHost(host, reachableHosts)) return;
    yield {
      unreachable: issue("log-destination-unreachable", {
        path,
        problem: `the splunk driver sends to "${host}", to which no VPC endpoint leads`,
        why: "Splunk is not an AWS service; without an internet route nothing arrives",
        fix: `if the task reaches it through its VPC, write reachableHosts: ["${host}"]; otherwise log to CloudWatch Logs and forward from there`,
      }),
      outside: { kind: "log-destination", path },
    };
  },
};
