import { byExecutionRole, byTaskRole, type KnownText, PAGES } from "./known-text";

const FILE = byExecutionRole(["s3"], "s3:GetObject");
const MOUNT = byTaskRole(["efs"], "elasticfilesystem:ClientMount");
const OF_FILE = "the task cannot download its environment files from S3";
const OF_MOUNT = "the task cannot mount its file system";
const EFS_PAGE = "https://docs.aws.amazon.com/efs/latest/ug/troubleshooting-efs-mounting.html";

/** Texts about environment files and file systems. */
export const FILE_TEXTS: readonly KnownText[] = [
  {
    name: "environment-file-missing",
    pattern: /env(?:ironment variable)? files.*(?:NoSuchKey|NoSuchBucket|\b404\b|does not exist|NotFound)/i,
    what: OF_FILE,
    call: FILE,
    causes: ["file-missing"],
    source: PAGES.initialization,
    confidence: "derived",
  },
  {
    name: "environment-file",
    pattern: /failed to download env files|download the environment variable files|between the task and Amazon S3/i,
    what: OF_FILE,
    call: FILE,
    source: PAGES.initialization,
    confidence: "documented",
  },
  {
    name: "file-system-name",
    pattern: /Failed to resolve "?(?:[\w-]+\.)?fs-/i,
    what: OF_MOUNT,
    call: MOUNT,
    causes: ["mount-target-missing", "vpc-dns-support-off", "vpc-dns-hostnames-off", "dns-servers-unknown"],
    source: EFS_PAGE,
    confidence: "documented",
  },
  {
    name: "file-system-refused",
    pattern: /mount\.nfs4?: access denied by server/i,
    what: OF_MOUNT,
    call: MOUNT,
    causes: ["mount-permission-missing"],
    source: EFS_PAGE,
    confidence: "seen",
  },
  {
    name: "file-system-directory",
    pattern: /reason given by server: No such file or directory|mount\.nfs4?.*No such file or directory/i,
    what: OF_MOUNT,
    call: MOUNT,
    causes: ["root-directory-missing"],
    source: EFS_PAGE,
    confidence: "seen",
  },
  {
    name: "file-system",
    pattern: /failed to invoke EFS utils|mount\.nfs4|Mount attempt \d|set up EFS volumes/i,
    what: OF_MOUNT,
    call: MOUNT,
    causes: ["mount-target-ingress-missing", "task-egress-missing", "network-acl-blocks", "mount-target-missing"],
    source: EFS_PAGE,
    confidence: "documented",
  },
];
