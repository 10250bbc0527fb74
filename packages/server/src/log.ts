/** Where the server's own work tells what happened. Fastify's logger is one; details never hold answers or secrets. */
export type Log = {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
};
