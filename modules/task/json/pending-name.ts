import { isPending } from "../../values/pending";

/**
 * The name under which a part is kept: its own, but where that is written later and taken already, with a number, so that
 * parts whose names nobody knows do not displace each other.
 */
export function pendingName(name: string, isTaken: (name: string) => boolean): string {
  if (!isPending(name)) return name;
  let number = 1;
  let free = name;
  while (isTaken(free)) free = `${name} (${++number})`;
  return free;
}
