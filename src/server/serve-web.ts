import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { refuse } from '#foundation'
import { serverRefusals } from './refusals.ts'
import { sendRefusals } from './register-operations.ts'

/**
 * Serves the built web application; every page address gets its `index.html`, every address below
 * `/api/` that is no operation a refusal. Without the folder there is the API only.
 */
export async function serveWeb(app: FastifyInstance, folder: string | undefined): Promise<void> {
  const built = folder !== undefined && existsSync(join(folder, 'index.html'))
  if (built) {
    await app.register(fastifyStatic, {
      root: folder,
      index: 'index.html',
      // Vite puts a hash of the content into the names of its assets.
      setHeaders: (response, path) => {
        response.header(
          'cache-control',
          path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        )
      },
    })
  }
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && !request.url.startsWith('/api')
    if (built && isPage && !/\.\w+$/.test(request.url.split('?')[0] ?? '')) {
      return reply.sendFile('index.html')
    }
    return sendRefusals(reply, [
      refuse(serverRefusals, 'operation-unknown', `there is no ${request.method} at this address`),
    ])
  })
}
