import type { Server } from 'node:http'

export function staticServer(options: { dir: string; encodings?: ('br' | 'gzip')[] }): Server
export function listenOn(server: Server, port: number, host: string, fallback?: boolean): Promise<number>
export function addresses(port: number, host: string): string[]
export function option(name: string, fallback: string): string
