import type { Clock } from '../../clock.ts';
import type { FrameService } from '../frames/frame-service.ts';
import type { RunHandler } from '../runs/run-executor.ts';
import type { ImportLimits } from './import-parts.ts';
import { createImportHandler } from './import.handler.ts';
import { undoImport } from './undo-import.handler.ts';

/** What the runs of imports do. */
export function createImportHandlers(parts: { clock: Clock; limits: ImportLimits; frames: FrameService }): { import: RunHandler; 'undo-import': RunHandler } {
  return { import: createImportHandler(parts), 'undo-import': undoImport(parts) };
}
