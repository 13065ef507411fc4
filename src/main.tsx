import { boot } from './app/boot.tsx'

await boot()
