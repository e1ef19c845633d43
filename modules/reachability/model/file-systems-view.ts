import type { AccessPoint, FileSystem, MountTarget } from "./file-system";
import { Grouped, type Members } from "./grouped";
import type { Identity } from "./identity";
import type { NetworkModel } from "./network-model";
import type { SymbolicText } from "./symbol";

/** The file systems of the model, with the questions that the checks ask. */
export class FileSystemsView {
  readonly #model: NetworkModel;
  readonly #mountTargets: Grouped<MountTarget>;

  constructor(model: NetworkModel) {
    this.#model = model;
    this.#mountTargets = new Grouped(model.mountTargets, ({ fileSystem }) => fileSystem);
  }

  /** The file system that a task names, where it is in the Terraform at hand. */
  named(name: SymbolicText): FileSystem | undefined {
    return this.#model.fileSystems.find(({ names }) => names.includes(name));
  }

  /** The access point that a task names, where it is in the Terraform at hand. */
  accessPoint(name: SymbolicText): AccessPoint | undefined {
    return this.#model.accessPoints.find(({ names }) => names.includes(name));
  }

  /** The mount targets of a file system that is created here, and why there may be others. */
  mountTargetsOf(fileSystem: Identity): Members<MountTarget> & { readonly others?: string } {
    const [module] = this.#model.opaqueModules;
    const others = module === undefined ? {} : { others: `the inside of ${module} is not known` };
    return { ...this.#mountTargets.of(fileSystem), ...others };
  }
}
