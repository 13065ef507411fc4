/** What stands on the ground floor, room by room. */
import type { Furniture, Rotation } from '../../kit/plan.ts'

function put(name: string, x: number, y: number, rot: Rotation = 'a', variant?: string): Furniture {
  return { name, at: [x, y], rot, ...(variant === undefined ? {} : { variant }) }
}

const reception = [
  put('reception', 9, 13),
  put('plantTall', 8, 11, 'a', 'teal'),
  put('plantTall', 14, 14, 'a', 'teal'),
  put('totem', 13, 18),
  put('kiosk', 8, 15),
  put('cooler', 14, 11),
  put('sofa', 13, 15),
  put('coffeeTable', 13, 16),
  put('plant', 8, 18),
  put('plant', 14, 18, 'a', 'sun'),
]

const medicalWards = [
  put('wallSign', 16, 0, 'a', 'medical-wards'),
  put('bed', 17, 0, 'b', 'patient1'),
  put('curtain', 18, 0, 'b', 'mint'),
  put('bed', 19, 0, 'b', 'apricot'),
  put('figureBoard', 20, 0),
  put('bed', 22, 0, 'b', 'patient2'),
  put('curtain', 23, 0, 'b', 'mint'),
  put('bed', 24, 0, 'b', 'patient3'),
  put('vitals', 16, 0),
  put('iv', 20, 0),
  put('chair', 20, 1, 'a', 'teal'),
  put('bed', 16, 3, 'a', 'patient4'),
  put('iv', 16, 4),
  put('bed', 16, 5, 'a', 'sky'),
  put('trolley', 24, 3, 'd'),
  put('dischargeDesk', 19, 4),
  put('officeChair', 20, 3, 'a', 'teal'),
  put('crashCart', 16, 7),
  put('wheelchair', 20, 7, 'd'),
  put('locker', 24, 5),
  put('plant', 18, 7),
]

const eyeClinic = [
  put('wallSign', 6, 0, 'a', 'eye-clinic'),
  put('eyeChart', 9, 0),
  put('shelf', 6, 1, 'd'),
  put('slitLamp', 7, 2),
  put('fundusCamera', 7, 5),
  put('examChair', 10, 2, 'a'),
  put('eyeModel', 10, 4),
  put('stool', 9, 6, 'c'),
  put('plant', 10, 7),
]

const radiology = [
  put('wallSign', 11, 0, 'a', 'radiology'),
  put('ct', 11, 1),
  put('lightbox', 14, 0),
  put('xrayStand', 15, 1),
  put('desk', 13, 5, 'a', 'xray'),
  put('officeChair', 14, 6, 'c', 'plum'),
  put('plant', 11, 7),
  put('couch', 11, 6, 'a', 'blue'),
]

const integrationRoom = [
  put('server', 1, 0),
  put('server', 2, 0, 'a', '2'),
  put('server', 3, 0, 'a', '3'),
  put('server', 4, 0, 'a', 'amber'),
  put('server', 1, 3, 'a', '3'),
  put('server', 2, 3, 'a', 'amber'),
  put('server', 3, 3),
  put('wallSign', 0, 4, 'd', 'integration-room'),
  put('desk', 1, 6, 'a', 'code'),
  put('officeChair', 2, 5),
  put('printer', 5, 7),
  put('bin', 0, 7, 'a', 'grey'),
]

const corridor = [
  put('vending', 0, 8, 'd'),
  put('cooler', 0, 10, 'd'),
  put('plantTall', 7, 8, 'a', 'teal'),
  put('chairs3', 10, 8),
  put('chairs3', 18, 8, 'a', 'blue'),
  put('robot', 19, 10, 'd'),
  put('plantTall', 24, 8, 'a', 'white'),
]

const boardRoom = [
  put('wallScreen', 0, 12, 'd'),
  put('meeting', 2, 12),
  put('chair', 2, 11, 'a', 'apricot'),
  put('chair', 4, 11, 'a', 'apricot'),
  put('chair', 2, 14, 'c', 'apricot'),
  put('chair', 4, 14, 'c', 'apricot'),
  put('plantTall', 0, 14, 'a', 'white'),
  put('podium', 7, 11),
]

const outpatients = [
  put('wallSign', 0, 17, 'd', 'outpatients'),
  put('chairs3', 0, 15, 'd', 'sun'),
  put('chairs3', 2, 15, 'a', 'sun'),
  put('coffeeTable', 2, 17),
  put('desk', 5, 15, 'a', 'chart'),
  put('bin', 7, 15),
  put('plant', 0, 18, 'a', 'sun'),
]

const ordersDesk = [
  put('desk', 16, 11, 'a', 'plain'),
  put('officeChair', 17, 12, 'c', 'teal'),
  put('printer', 18, 11),
  put('faxMachine', 19, 11),
  put('fileCabinet', 19, 12, 'a', 'plum'),
  put('plant', 19, 14),
]

const privacyOffice = [
  put('fileCabinet', 15, 15, 'a', 'open'),
  put('desk', 17, 15, 'a', 'white'),
  put('officeChair', 18, 16, 'c', 'plum'),
  put('shredder', 19, 15),
  put('fileCabinet', 19, 17),
  put('plant', 19, 18, 'a', 'sun'),
]

const library = [
  put('bookshelf', 23, 11),
  put('bookshelf', 20, 11, 'd', '2'),
  put('bookshelf', 20, 13, 'd', '3'),
  put('libraryTable', 22, 14),
  put('chair', 22, 15, 'c', 'teal'),
  put('chair', 23, 13, 'a', 'plum'),
  put('globe', 24, 16),
  put('sofa', 20, 17, 'd', 'green'),
  put('plant', 24, 18),
]

const garden = [
  put('tree', 1, 20),
  put('tree', 3, 22, 'a', '2'),
  put('tree', 5, 20, 'a', '3'),
  put('bush', 2, 21),
  put('bench', 6, 21),
  put('bush', 5, 22),
  put('flowerBed', 8, 22),
  put('lamp', 9, 20),
  put('lamp', 13, 20),
  put('bush', 14, 20),
  put('bench', 14, 21),
  put('flowerBed', 14, 22),
  put('tree', 17, 21, 'a', '2'),
  put('bush', 18, 22),
  put('tree', 19, 20),
  put('tree', 21, 22, 'a', '3'),
  put('bush', 22, 21),
  put('tree', 23, 21),
]

const street = [
  put('revolvingDoor', 24, 6, 'd'),
  put('ambulance', 27, 8, 'b'),
  put('busShelter', 25, 14, 'd'),
  put('lamp', 26, 2),
  put('lamp', 26, 13),
  put('lamp', 26, 20),
  put('bin', 25, 18, 'a', 'grey'),
  put('tree', 26, 4, 'a', '2'),
]

export const FURNITURE_ON_FLOOR: readonly Furniture[] = [
  ...reception, ...medicalWards, ...eyeClinic, ...radiology, ...integrationRoom, ...corridor, ...boardRoom, ...outpatients,
  ...ordersDesk, ...privacyOffice, ...library, ...garden, ...street,
]
