/** Customers of the demo, in both scripts. Addresses are of the reserved `.test` domain. */
export const customers = [
  // The demo's own login, twice: his cabinet should have something to show.
  { name: 'Конрад Клиентов', email: 'customer@kantor.test', phone: '+79161234500', locale: 'ru' },
  { name: 'Конрад Клиентов', email: 'customer@kantor.test', phone: '+79161234500', locale: 'ru' },
  { name: 'Анна Ковалева', email: 'anna.kovaleva@mail.test', phone: '+79161234501', locale: 'ru' },
  { name: 'Дмитрий Соколов', email: 'd.sokolov@post.test', phone: '+79031234502', locale: 'ru' },
  { name: 'Мария Лебедева', email: 'lebedeva.m@mail.test', phone: null, locale: 'ru' },
  { name: 'Сергей Волков', email: 'volkov77@mail.test', phone: '+79251234503', locale: 'ru' },
  { name: 'Елена Новикова', email: 'novikova.elena@post.test', phone: null, locale: 'ru' },
  { name: 'Алексей Морозов', email: 'a.morozov@mail.test', phone: '+79851234504', locale: 'ru' },
  { name: 'Ольга Петренко', email: 'olga.petrenko@mail.test', phone: null, locale: 'ru' },
  { name: 'Ержан Абишев', email: 'erzhan.abishev@post.test', phone: '+77011234505', locale: 'ru' },
  { name: 'Айгерим Сериккызы', email: 'aigerim@mail.test', phone: '+77021234506', locale: 'ru' },
  { name: 'Николай Федоров', email: 'fedorov.nik@mail.test', phone: null, locale: 'ru' },
  { name: 'Татьяна Орлова', email: 't.orlova@post.test', phone: '+79101234507', locale: 'ru' },
  { name: 'Павел Зайцев', email: 'pzaitsev@mail.test', phone: null, locale: 'ru' },
  { name: 'James Whitfield', email: 'james.whitfield@post.test', phone: '+447400123456', locale: 'en' },
  { name: 'Laura Becker', email: 'laura.becker@mail.test', phone: null, locale: 'en' },
  { name: 'Marek Nowak', email: 'marek.nowak@mail.test', phone: '+48600123456', locale: 'en' },
  { name: 'Sofia Rossi', email: 'sofia.rossi@post.test', phone: null, locale: 'en' },
  { name: 'Daniel O’Connor', email: 'daniel.oconnor@mail.test', phone: '+353851234567', locale: 'en' },
  { name: 'Chloé Lambert', email: 'chloe.lambert@post.test', phone: null, locale: 'en' },
  { name: 'Andrei Popescu', email: 'andrei.popescu@mail.test', phone: null, locale: 'en' },
  { name: 'Ingrid Solberg', email: 'ingrid.solberg@mail.test', phone: '+4740123456', locale: 'en' },
] as const;

export type CustomerSeed = (typeof customers)[number];
