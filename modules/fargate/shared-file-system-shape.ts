import { PROVIDER_PROPS } from "../internal/provider-props";
import { NETWORK } from "../network/network-shape";
import { anything, atLeast, count, list, type MembersOf, object, record, required, text } from "../shapes/shape";
import type { AccessPointOptions, MountedFileSystem, SharedFileSystemProps } from "./shared-file-system-props";

const ACCESS_POINT = object({
  path: required(text("/orders")),
  uid: required(count(1000)),
  gid: required(count(1000)),
  permissions: text("755"),
} satisfies MembersOf<AccessPointOptions>);

/** The shape of {@link SharedFileSystemProps}. */
export const SHARED_FILE_SYSTEM = object({
  network: required(NETWORK),
  name: required(text("orders-files")),
  fileSystem: atLeast({ id: required(text("fs-0123456789abcdef0")) }, "fileSystem"),
  subnets: list(text("private-a")),
  accessPoints: record(ACCESS_POINT, "orders"),
  ...PROVIDER_PROPS,
} satisfies MembersOf<SharedFileSystemProps>);

/** The shape of a {@link MountedFileSystem}. */
export const MOUNTED_FILE_SYSTEM = atLeast(
  {
    securityGroupId: required(text("sg-0123456789abcdef0")),
    dependencies: required(list(anything("target"))),
  } satisfies MembersOf<MountedFileSystem>,
  'new SharedFileSystem(this, "files", { network, name })',
);
