import { issue } from "../../issues/issue";
import { given } from "../json/given";
import { firelensAsks } from "./firelens-asks";
import type { FirelensPlugin } from "./firelens-plugin";
import { furtherOptions, type LogDriverKind, type LogDriverOptions } from "./log-driver-kind";

/** Hands the container's output to the log router of the task, the container that has `firelens`. */
export interface FirelensDriver extends LogDriverOptions {
  readonly kind: "firelens";
  /** Output plugin of the router: its option `Name`, with Fluentd `@type`. @default - the router's own configuration decides */
  readonly plugin?: FirelensPlugin;
}

/**
 * Hands the output to the task's log router.
 *
 * @param plugin output plugin of the router
 * @example LogDriver.firelens("kinesis_firehose", { options: { region: "eu-west-1", delivery_stream: "orders" } })
 */
export function firelens(
  plugin?: FirelensPlugin,
  options: Omit<FirelensDriver, "kind" | "plugin"> = {},
): FirelensDriver {
  return plugin === undefined ? { kind: "firelens", ...options } : { kind: "firelens", plugin, ...options };
}

/** The plugin is `Name` with Fluent Bit and `@type` with Fluentd. */
const PLUGIN_OPTIONS = ["Name", "@type"];

export const firelensKind: LogDriverKind<FirelensDriver> = {
  ecs: {
    name: "awsfirelens",
    needed: [],
    read(options, configuration) {
      const key = PLUGIN_OPTIONS.find((each) => options[each] !== undefined);
      if (key === undefined) return firelens(undefined, furtherOptions(options, configuration));
      const { [key]: plugin, ...rest } = options;
      return { kind: "firelens", ...given({ plugin }), ...furtherOptions(rest, configuration) };
    },
    write({ plugin }, { router }) {
      return plugin === undefined ? {} : { [router === "fluentd" ? "@type" : "Name"]: plugin };
    },
  },
  *check({ plugin, options }, path, { hasRouter }) {
    const misspelt = plugin === undefined ? Object.keys(options ?? {}).find((each) => /^name$/i.test(each)) : undefined;
    if (misspelt !== undefined) {
      yield issue("log-option-missing", {
        path: `${path}.options.${misspelt}`,
        problem: `the log driver firelens has no option Name, but "${misspelt}"`,
        why: "the agent, which writes the router's configuration, looks for Name, and stops the task where there is none",
        fix: 'write "Name"',
      });
    }
    if (hasRouter) return;
    yield issue("log-router-missing", {
      path,
      problem: "the log driver firelens hands lines to a log router, and no container of the task is one",
      fix: {
        library:
          'add a container with firelens: { type: "fluentbit" }, for example one of the image aws-for-fluent-bit',
        ecs: 'add a container with "firelensConfiguration": { "type": "fluentbit" }, for example one of the image aws-for-fluent-bit',
      },
    });
  },
  asks: firelensAsks,
};
