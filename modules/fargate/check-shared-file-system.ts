import { type Issue, issue } from "../issues/issue";
import { nearest } from "../text/nearest";
import { isUnresolved } from "../values/unresolved";
import type { SharedFileSystemProps } from "./shared-file-system-props";

/** What is wrong with the subnets and the access points of a file system. */
export function* checkSharedFileSystem(props: SharedFileSystemProps): Generator<Issue> {
  const { network, subnets = [], accessPoints = {} } = props;
  const zones = new Map<string, string>();
  for (const [index, name] of subnets.entries()) {
    const path = `subnets[${index}]`;
    const subnet = network.subnets.find((each) => each.name === name);
    if (subnet === undefined) {
      const names = network.subnets.map((each) => each.name);
      yield issue("file-system-invalid", {
        path,
        problem: `the network has no subnet "${name}"`,
        fix: `write ${names.map((each) => `"${each}"`).join(" or ")}`,
      });
      continue;
    }
    const other = zones.get(subnet.availabilityZone);
    zones.set(subnet.availabilityZone, name);
    if (other === undefined) continue;
    yield issue("file-system-invalid", {
      path,
      problem: `the subnets "${other}" and "${name}" are in one zone`,
      why: "a file system has one mount target in a zone at most, which serves all subnets of the zone",
      fix: "leave one of them out",
    });
  }
  for (const [name, { path: directory }] of Object.entries(accessPoints)) {
    if (directory.startsWith("/") || isUnresolved(directory)) continue;
    yield issue("file-system-invalid", {
      path: `accessPoints.${name}.path`,
      problem: `"${directory}" is not an absolute path`,
      fix: `write "/${directory}"`,
    });
  }
}

/** The issue for an access point that a file system does not have. */
export function unknownAccessPoint(name: string, names: readonly string[]): Issue {
  const meant = nearest(name, names);
  return issue("file-system-invalid", {
    path: "accessPoints",
    problem: `the file system has no access point "${name}"`,
    fix:
      meant === undefined
        ? `add it: accessPoints: { "${name}": { path: "/${name}", uid: 1000, gid: 1000 } }`
        : `write "${meant}"`,
  });
}
