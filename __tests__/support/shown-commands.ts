import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { InstalledCommand } from "../modules/cli/installed-command";

const docs = resolve(__dirname, "../../docs");

/** A command of a page, and the block below it that shows what it prints. */
export interface ShownCommand {
  readonly line: string;
  readonly output: string;
}

/** A page with its commands. */
export interface CommandPage {
  readonly text: string;
  /** How many blocks of commands it has, also those whose answer it does not show. */
  readonly blocks: number;
  readonly shown: readonly ShownCommand[];
}

/** Reads a page of `docs`. */
export function commandPage(name: string): CommandPage {
  const text = readFileSync(join(docs, name), "utf8");
  const blocks = text.matchAll(/```sh\n((?:(?!```).)*)\n```\n+```(?:text|json|markdown|mermaid)\n(.*?)\n```/gs);
  return {
    text,
    blocks: text.match(/```sh\n/g)?.length ?? 0,
    shown: Array.from(blocks, ([, line, output]) => ({ line: String(line), output: String(output) })),
  };
}

/** What a line prints in a shell that stands among the samples. A command writes to one of the two, errors first. */
export function printedBy(command: InstalledCommand, line: string): string {
  const { stdout, stderr } = spawnSync("bash", ["--norc", "-c", line], {
    cwd: join(docs, "samples"),
    encoding: "utf8",
    env: { ...process.env, PATH: command.path },
  });
  return `${stderr}${stdout}`.trimEnd();
}

/** The options that the help of a command lists, and the page without that help. */
export function optionsOf({ text, shown }: CommandPage, command: string) {
  const help = shown.find(({ line }) => line.endsWith(`${command} --help`))?.output ?? "";
  const listed = Array.from(help.matchAll(/^ {2}(--[a-z-]+)/gm), ([, option]) => String(option));
  const rest = text.replace(help, "");
  return { listed, unnamed: listed.filter((option) => option !== "--help" && !rest.includes(option)) };
}
