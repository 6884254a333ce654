/** Prints `.env.example`: `node dist/cli/print-env-example.js > .env.example`. */

import process from 'node:process'
import { renderEnvExample } from './config.ts'

process.stdout.write(renderEnvExample())
