/** Something that is created under a name which is taken once. */
export interface MadeName {
  readonly address: string;
  readonly kind: "cluster" | "log group" | "security group";
  readonly name: string;
  /** Within what the name is taken once: an account and Region, or a VPC. Two that are equal are one. */
  readonly place: string;
}
