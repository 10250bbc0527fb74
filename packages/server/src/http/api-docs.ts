import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyPluginAsync } from 'fastify';

/** The OpenAPI document at /api/openapi.json and Swagger UI at /api/docs. */
export function apiDocs(document: object): FastifyPluginAsync {
  return async (app) => {
    const text = JSON.stringify(document);
    app.get('/api/openapi.json', (_request, reply) => reply.type('application/json; charset=utf-8').send(text));
    await app.register(swagger, {
      mode: 'static',
      // The plugin's own type knows OpenAPI 3.0 and 3.1 documents; ours is generated and held to 3.1 by a test.
      specification: { document: document as never },
    });
    await app.register(swaggerUi, {
      routePrefix: '/api/docs',
      uiConfig: { deepLinking: true, persistAuthorization: false, displayRequestDuration: true },
      // No policy of its own: the application's fits, and the plugin's would turn every address into https.
    });
  };
}
