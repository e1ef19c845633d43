import type { InstanceSpec } from "./instance-spec";

/**
 * The script that an instance runs when it starts for the first time: install the packages, then run the commands. It
 * stops at the first failure, which `/var/log/cloud-init-output.log` then shows.
 *
 * @returns `undefined` where there is nothing to do
 */
export function userData({ packages = [], commands = [] }: InstanceSpec): string | undefined {
  if (packages.length === 0 && commands.length === 0) return undefined;
  const install = packages.length === 0 ? [] : [`dnf install -y ${packages.join(" ")}`];
  return ["#!/bin/bash", "set -euo pipefail", ...install, ...commands, ""].join("\n");
}
