import { spawn } from "node:child_process";

/**
 * Ties a process group to the life of this process: when this process ends, in whatever way, the group is ended.
 *
 * No signal handler can promise that (nothing runs after SIGKILL), so a small shell waits at the other end of a pipe;
 * the system closes the pipe when this process is gone.
 *
 * @param group id of the process group, which is the id of its first process
 * @returns a function that unties it
 */
export function tieToThisProcess(group: number): () => void {
  const wait = 'cat >/dev/null; kill -TERM "-$1" && sleep 5 && kill -KILL "-$1"';
  const guard = spawn("sh", ["-c", wait, "lifeline", String(group)], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  guard.unref();
  // A guard that cannot be started is no reason to fail: the server is still stopped at the end.
  guard.on("error", () => {});
  guard.stdin.on("error", () => {});
  // The pipe must not keep this process alive.
  if ("unref" in guard.stdin && typeof guard.stdin.unref === "function") guard.stdin.unref();
  return () => {
    guard.kill("SIGKILL");
  };
}
