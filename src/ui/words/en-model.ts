/** Words of the settings of a real language model. */
export const modelSettings = {
  legend: 'Language model on the bench',
  engines: { off: 'Simulation only', browser: 'The model in this browser', server: 'A server on this machine' },
  intro: 'At the answering desk a simulation writes the answers, always the same for the same question. You may switch on a real model to ask beside it. Medals are only ever given with the simulation.',
  browserHelp: 'Some of the newest desktop browsers bring one. It runs on this machine, and nothing is sent anywhere.',
  serverHelp: 'Any program that runs language models and answers at /v1/chat/completions. It must allow this page to read its answers: look in its settings for allowed origins (CORS), and allow',
  address: 'Address',
  addressHelp: 'Such as http://localhost:8080, as the program tells you when it starts.',
  name: 'Model',
  nameHelp: 'As the server calls it. Left empty: the first one it offers.',
  away: (host: string) => `${host} is not this machine. Whatever you ask there, with the pages beside it, leaves this machine. Books of the game are invented; what you type yourself may not be.`,
} as const
