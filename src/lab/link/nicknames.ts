/** What people of the town are called at home, by the name in their papers. All are common short forms. */
const SHORT_FORMS: Readonly<Record<string, readonly string[]>> = {
  Albert: ['Bert', 'Al'], Arthur: ['Art'], Barry: ['Baz'], Bridget: ['Biddy', 'Bridie'], Carol: ['Caz'], Cecil: ['Cec'], Derek: ['Del'], Desmond: ['Des'], Doreen: ['Dor'],
  Ernest: ['Ernie'], Frank: ['Frankie'], Gillian: ['Gill', 'Gilly'], Gordon: ['Gordy'], Harold: ['Harry', 'Hal'], Hugh: ['Hughie'], Janet: ['Jan', 'Jenny'], Leonard: ['Len', 'Lenny'],
  Mabel: ['May'], Malcolm: ['Mal'], Neville: ['Nev'], Norman: ['Norm'], Nora: ['Norrie'], Olive: ['Livvy'], Pauline: ['Polly'], Pearl: ['Pearlie'], Ralph: ['Ralphie'], Sheila: ['Shell'],
  Stanley: ['Stan'], Stella: ['Ella'], Tess: ['Tessa'], Trevor: ['Trev'], Walter: ['Wally', 'Walt'], Wendy: ['Wen'],
  Agnieszka: ['Aga'], Danuta: ['Danka'], Halina: ['Hala'], Jadwiga: ['Jadzia'], Krystyna: ['Krysia'], Magda: ['Magdalena'], Andrzej: ['Jędrek'], Bogdan: ['Boguś'], Kazimierz: ['Kazik'], Piotr: ['Piotrek'], Zbigniew: ['Zbyszek'],
  Babatunde: ['Tunde'], Titilayo: ['Titi'], Yetunde: ['Yeti'], Beatriz: ['Bia'], Catarina: ['Cata'], Fernando: ['Nando'], Joaquim: ['Quim'], Teresa: ['Teca'], Shabana: ['Shabbo'], Rukhsana: ['Rukhi'],
}

const families = new Map(Object.entries(SHORT_FORMS).flatMap(([name, shorts]) => [name, ...shorts].map((one) => [one.toLowerCase(), name] as const)))

/** Short forms of a name; none where it is not known to have any. */
export function shortFormsOf(name: string): readonly string[] {
  return Object.hasOwn(SHORT_FORMS, name) ? (SHORT_FORMS[name] as readonly string[]) : []
}

/** "Gill" and "Gillian". A name is no short form of itself. */
export function isShortForm(a: string, b: string): boolean {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()]
  const family = families.get(one)
  return one !== other && family !== undefined && family === families.get(other)
}
