/** What identifies a job, or a dataset, in OpenLineage. */
export interface LineageName {
  readonly namespace: string;
  readonly name: string;
}
