/** What a service uses: created with it, or yours already. */
export interface CreatedOrExisting<Created> {
  readonly arn: string;
  /** @default - yours; nothing was created */
  readonly created: Created | undefined;
}
