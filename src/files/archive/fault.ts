/** Why an archive is not read: one phrase without a full stop. Names in it show nothing invisible, but each rendering still escapes it. */
export class ArchiveFault extends Error {
  override readonly name = 'ArchiveFault'
}
