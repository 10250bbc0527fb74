import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** Where data lie unless LIKENESS_DATA says otherwise: one place, from whatever folder a command is run. */
const DEFAULT_DATA_FOLDER = fileURLToPath(new URL('../../../.data', import.meta.url));

/** How the server is to run. Sizes are in bytes; `schedule` is null unless somebody moved the daily sync from 02:00. */
export type Config = {
  port: number;
  host: string;
  /** What people type to get here, without a slash at the end; null: the address it listens on. */
  publicUrl: string | null;
  /** Null: a PostgreSQL of our own in `dataFolder`. */
  databaseUrl: string | null;
  dataFolder: string;
  /** Signs sessions. Null: the one kept in `dataFolder` (`readOrMakeSecret`); several servers on one database need the same SECRET. */
  secret: string | null;
  personaSync: { isEnabled: boolean; schedule: string | null };
  /** Null: `warn` on a terminal, where the start says the rest in words; `info` elsewhere. */
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent' | null;
  /** Whether to believe `X-Forwarded-*`: only behind a proxy that sets them. */
  trustProxy: boolean;
  limits: { jsonBytes: number; fileBytes: number; fileRows: number };
  /** What responses may take that are kept in memory as columns. A quarter of the machine's memory unless somebody says otherwise. */
  frameMemoryBytes: number;
};

/** Configuration that cannot be used: one line for each variable, fit to be shown as it is. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads the configuration from the environment: the only place in the server that does.
 *
 * An empty variable counts as absent. Throws a `ConfigError` that names every wrong variable, what it holds (except
 * secrets), and what would be right; unknown variables are nobody's business.
 *
 * @example readConfig({ PORT: '8080' }).port // 8080
 */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const result = Variables.safeParse(given);
  if (!result.success) throw new ConfigError(result.error.issues.map((issue) => describe(issue, given)).join('\n'));
  return toConfig(result.data);
}

const SYNC_SCHEDULE = /^\S+(\s+\S+){4}$/;

const Variables = z.object({
  PORT: wholeNumber(0, 65_535, 'a port, 0 to 65535').default(5000),
  // Answers about people stay on this machine until somebody says otherwise (HOST=0.0.0.0).
  HOST: z.string().trim().default('localhost'),
  PUBLIC_URL: z
    .string()
    .trim()
    .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), 'should be an address like https://likeness.example.com')
    .optional(),
  DATABASE_URL: z
    .string()
    .trim()
    .refine((text) => /^postgres(ql)?:\/\//.test(text), 'should look like postgres://user:password@host:5432/database')
    .optional(),
  LIKENESS_DATA: z.string().optional(),
  SECRET: z.string().min(32, 'should have at least 32 characters; "openssl rand -base64 32" makes one').optional(),
  ENABLE_PERSONA_SYNC: flag().default(true),
  PERSONA_SYNC_CRON: z.string().trim().regex(SYNC_SCHEDULE, 'should be a cron line of five parts, as "0 2 * * *"').optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'should be fatal, error, warn, info, debug, trace or silent').optional(),
  TRUST_PROXY: flag().default(false),
  MAX_BODY_BYTES: wholeNumber(1024, 1_000_000_000, 'a number of bytes, 1024 to 1000000000').default(10_000_000),
  MAX_FILE_BYTES: wholeNumber(1024, 10_000_000_000, 'a number of bytes, 1024 to 10000000000').default(1_000_000_000),
  MAX_FILE_ROWS: wholeNumber(1, 100_000_000, 'a number of rows, 1 to 100000000').default(2_000_000),
  FRAME_MEMORY_BYTES: wholeNumber(0, 1_000_000_000_000, 'a number of bytes, 0 to 1000000000000').optional(),
});

function toConfig(variables: z.infer<typeof Variables>): Config {
  return {
    port: variables.PORT,
    host: variables.HOST,
    publicUrl: variables.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    databaseUrl: variables.DATABASE_URL ?? null,
    dataFolder: path.resolve(variables.LIKENESS_DATA ?? DEFAULT_DATA_FOLDER),
    secret: variables.SECRET ?? null,
    personaSync: { isEnabled: variables.ENABLE_PERSONA_SYNC, schedule: variables.PERSONA_SYNC_CRON ?? null },
    logLevel: variables.LOG_LEVEL ?? null,
    trustProxy: variables.TRUST_PROXY,
    frameMemoryBytes: variables.FRAME_MEMORY_BYTES ?? Math.floor(machineMemoryBytes() / 4),
    limits: { jsonBytes: variables.MAX_BODY_BYTES, fileBytes: variables.MAX_FILE_BYTES, fileRows: variables.MAX_FILE_ROWS },
  };
}

/** Of the machine, or what a container may use of it. */
function machineMemoryBytes(): number {
  // What nobody limited is told as 0, or as a number larger than any machine.
  return Math.min(os.totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
}

function wholeNumber(least: number, most: number, what: string) {
  return z
    .string()
    .trim()
    .refine((text) => /^\d{1,15}$/.test(text) && Number(text) >= least && Number(text) <= most, `should be ${what}`)
    .transform(Number);
}

function flag() {
  return z
    .string()
    .trim()
    .toLowerCase()
    .refine((text) => ['true', 'false', '1', '0', 'yes', 'no', 'on', 'off'].includes(text), 'should be true or false')
    .transform((text) => ['true', '1', 'yes', 'on'].includes(text));
}

function describe(issue: z.core.$ZodIssue, given: Record<string, string | undefined>): string {
  const name = String(issue.path[0]);
  const isPrivate = name === 'SECRET' || name === 'DATABASE_URL';
  return `${name}${isPrivate ? '' : ` is "${given[name] ?? ''}"; it`} ${issue.message}`;
}
