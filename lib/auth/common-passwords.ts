/** The usual first tries that are long enough for the length rule, lower-case. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `1234567890 12345678910 123456789a 0123456789 0987654321 9876543210 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc
  1qazxsw23edc qwertyuiop qwertyuiop123 qwerty12345 qwerty123456 qwertyqwerty q1w2e3r4t5 q1w2e3r4t5y6 zaq12wsxcde3
  asdfghjkl1 asdfghjkl; asdfghjkl123 zxcvbnm123 zxcvbnm1234 zxcvbnmasd abcdefghij abcdefghijk abcd123456 abc1234567
  abc123456789 a123456789 aa12345678 aa123456789 password12 password123 password1234 password12345 password123456
  passwordpassword passw0rd12 passw0rd123 p@ssword12 p@ssword123 p@ssw0rd12 p@ssw0rd123 mypassword mypassword1
  iloveyou12 iloveyou123 iloveyou1234 iloveyou2 iloveyouforever loveyou123 letmein123 letmein1234 welcome123
  welcome1234 changeme12 changeme123 changeme1234 administrator administrator1 admin12345 admin123456 adminadmin
  adminadmin1 superadmin superuser1 rootroot12 toortoor12 test123456 testtest12 testtest123 temp123456 user123456
  guest12345 default123 football12 football123 baseball12 baseball123 basketball basketball1 superman12 superman123
  batman1234 spiderman1 starwars12 starwars123 pokemon123 minecraft1 minecraft123 princess12 princess123 sunshine12
  sunshine123 butterfly1 chocolate1 dragon1234 monkey1234 master1234 shadow1234 michael123 jennifer12 jonathan12
  computer12 computer123 internet12 internet123 whatever12 whatever123 trustno123 liverpool1 liverpool123 manchester
  barcelona1 realmadrid blink182182 thunder123 midnight12 november12 december12 september1 september12 christmas1
  qwerty7890 qazwsxedcr qazwsx1234 qazwsx12345 qazwsxedc123 1234qwerty 12345qwert 12345qwerty 123456qwerty
  123qweasdzxc 1234qwerasdf 123abc1234 1029384756 1357924680 1122334455 1234554321 1212121212 1231231231 1111122222
  9999999999 1234567891 12345678901 123456789012 1234567890a 1234567890q q1234567890 147258369a 1472583690 7894561230
  йцукенгшщз йцукенгшщзх йцукен12345 йцукен123456 пароль1234 пароль12345 пароль123456 парольпароль любовь1234
  привет1234 привет12345 солнышко12 солнышко123 наташа1234 максим1234 россия1234 спартак123 москва1234 фываолджэ1
  фывапролдж ячсмитьбюю 1йцукенгшщ gfhjkm1234 gfhjkm12345 gfhjkmgfhjkm ghbdtn1234 ghbdtn12345 k.,jdm1234 vjcrdf1234
  nastya1234 natasha123 dmitriy123 aleksandr1 aleksandra vladimir12 vladimir123 ekaterina1 anastasia1 anastasiya
  bitcoin123 bitcoin1234 bitcoin12345 cryptocurrency exchange12 exchange123 exchanger1 money12345 moneymoney kantor1234
  kantor12345 kantorkantor`.split(/\s+/),
);
