import { describe, expect, it } from 'vitest'
import { readAddress } from './text-engine.ts'

describe('the address of a server', () => {
  it.each([
    ['http://localhost:8080', 'http://localhost:8080', true],
    ['  http://localhost:1234/v1/ ', 'http://localhost:1234', true],
    ['http://127.0.0.1:11434/api/v1', 'http://127.0.0.1:11434/api', true],
    ['http://[::1]:8080', 'http://[::1]:8080', true],
    ['http://models.localhost', 'http://models.localhost', true],
    ['https://models.example', 'https://models.example', false],
    ['http://192.168.0.7:8080', 'http://192.168.0.7:8080', false],
    ['http://localhost.evil.example', 'http://localhost.evil.example', false],
    ['http://127.0.0.1.evil.example', 'http://127.0.0.1.evil.example', false],
    ['http://2130706433', 'http://2130706433', false],
  ])('%s', (text, base, local) => expect(readAddress(text)).toMatchObject({ ok: true, base, local }))

  it.each(['', 'localhost:8080', 'ftp://localhost', 'javascript:alert(1)', 'http://me:secret@localhost', 'http://localhost:80@evil.example', 'http://localhost\\@evil.example', 'http://localhost?x=1', `http://${'a'.repeat(300)}`])(
    'is none: %s', (text) => expect(readAddress(text)).toMatchObject({ ok: false, say: expect.stringContaining('http://localhost:8080') }))
})
