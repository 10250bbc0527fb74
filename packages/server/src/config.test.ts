import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

describe('readConfig', () => {
  it('needs nothing', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ port: 5000, host: 'localhost', databaseUrl: null, secret: null, publicUrl: null, logLevel: null });
    expect(config.personaSync).toEqual({ isEnabled: true, schedule: null });
    expect(path.basename(config.dataFolder)).toBe('.data');
  });

  it('does not depend on the folder a command is run in, unless LIKENESS_DATA is relative', () => {
    expect(readConfig({}).dataFolder).toBe(path.resolve(import.meta.dirname, '../../../.data'));
    expect(readConfig({ LIKENESS_DATA: 'surveys' }).dataFolder).toBe(path.resolve('surveys'));
  });

  it('lets frames have a quarter of the memory, or what FRAME_MEMORY_BYTES says', () => {
    const { frameMemoryBytes } = readConfig({});
    expect(frameMemoryBytes).toBeGreaterThan(10_000_000);
    expect(frameMemoryBytes).toBeLessThanOrEqual(os.totalmem() / 4);
    expect(readConfig({ FRAME_MEMORY_BYTES: '1000' }).frameMemoryBytes).toBe(1000);
  });

  it('takes an empty variable for an absent one', () => {
    expect(readConfig({ PORT: ' ', DATABASE_URL: '', ENABLE_PERSONA_SYNC: '' })).toEqual(readConfig({}));
  });

  it.each([
    ['false', false],
    ['0', false],
    ['Off', false],
    ['TRUE', true],
  ])('reads ENABLE_PERSONA_SYNC=%s', (text, isEnabled) => {
    expect(readConfig({ ENABLE_PERSONA_SYNC: text }).personaSync.isEnabled).toBe(isEnabled);
  });

  it('takes the slash off the public address', () => {
    expect(readConfig({ PUBLIC_URL: 'https://likeness.example.com/' }).publicUrl).toBe('https://likeness.example.com');
  });

  it.each([
    ['PORT', '80a', 'PORT is "80a"; it should be a port, 0 to 65535'],
    ['PORT', '65536', 'PORT is "65536"; it should be a port, 0 to 65535'],
    ['ENABLE_PERSONA_SYNC', 'maybe', 'ENABLE_PERSONA_SYNC is "maybe"; it should be true or false'],
    ['PERSONA_SYNC_CRON', 'at night', 'PERSONA_SYNC_CRON is "at night"; it should be a cron line of five parts, as "0 2 * * *"'],
    ['PUBLIC_URL', 'javascript:alert(1)', 'PUBLIC_URL is "javascript:alert(1)"; it should be an address like https://likeness.example.com'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL is "loud"; it should be fatal, error, warn, info, debug, trace or silent'],
    ['MAX_FILE_ROWS', '0', 'MAX_FILE_ROWS is "0"; it should be a number of rows, 1 to 100000000'],
  ])('says what is wrong with %s=%s', (name, value, message) => {
    expect(() => readConfig({ [name]: value })).toThrow(new ConfigError(message));
  });

  it('names every wrong variable at once, and never repeats a secret', () => {
    const wrong = { PORT: '-1', DATABASE_URL: 'mysql://ann:hunter2@db', SECRET: 'short' };
    expect(() => readConfig(wrong)).toThrow(/^PORT .*\nDATABASE_URL .*\nSECRET .*$/);
    expect(() => readConfig(wrong)).not.toThrow(/hunter2|"short"/);
  });
});
