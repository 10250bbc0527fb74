import { Failure } from '../../failures/failure.ts';

/**
 * A tenant's frame does not fit the memory that frames may use. Work that can be done in the database should go there;
 * where it cannot, this tells the caller (code `over_capacity`).
 */
export class FrameTooLarge extends Failure {
  readonly neededBytes: number;
  readonly allowedBytes: number;

  /** `neededBytes`: at least so many. */
  constructor(neededBytes: number, allowedBytes: number) {
    super('over_capacity', `The responses need more than ${toMegabytes(neededBytes)} MB in memory, and ${toMegabytes(allowedBytes)} MB are allowed (FRAME_MEMORY_BYTES).`);
    this.neededBytes = neededBytes;
    this.allowedBytes = allowedBytes;
  }
}

function toMegabytes(bytes: number): number {
  return Math.ceil(bytes / 1_000_000);
}
