export { createClient, unwrap, type ClientOptions, type LikenessClient, type Schemas } from './client.ts';
export { LikenessError } from './likeness-error.ts';
