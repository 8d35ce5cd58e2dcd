"""Spanish, as far as claims are read: its words and what they mean in English."""

STOPS = """
el, la, los, las, lo, un, una, unos, unas, al, del, de, a, en, con, por, para, y, e,
que, su, sus, se, le, les, este, esta, estos, estas, ese, esa, esos, esas, como,
sobre, ante, durante, mediante, a través de, en el marco de, en el ámbito de, en
materia de, por parte de, junto con, tales como, es, son, fue, fueron, ha, han,
haber, había, habían, hay, está, están, tiene, tienen, tenía, tenían, cuenta con,
cuentan con, contaba con, dispone de, posee, firmó, firmaron, ha firmado, han
firmado, firmado, firmados, firmadas, suscribió, ha suscrito, suscritos, suscrito,
concertado, rubricó, ha rubricado, celebró, celebraron, ha celebrado, celebrado,
celebrada, celebrados, tuvo lugar, se celebró, realizó, ha realizado, lleva, llevó a
cabo, según, de acuerdo con, conforme a, según datos de, los datos muestran, se
informó, informó, señaló, dijo, afirmó, indicó, en total, un total de, en conjunto,
el número de, la cantidad de, la cifra de, asciende a, ascienden a, alcanza, alcanzó,
alcanzan, llega a, suma, suman, ya, actualmente, en la actualidad, hoy, hoy en día,
ahora, hasta la fecha, hasta el momento, hasta ahora, de China, por China, entre,
incluidos, incluidas, incluido, incluida, figuran, figura, cada una, también, además,
así como, tanto, desde hace, principalmente, especialmente, otros, otras, otro, otra,
ámbitos como, campos como, regiones como, hasta alcanzar, alcanzar, hasta,
procedentes de, mismo, misma, los que, las que, cuyo, cuya, cuyos, cuyas, con los
que, donde, quienes, parte de, el año, en el año, año, asegura, aseguró, asegura que,
señala, señala que, afirma, afirma que, sostiene, destaca, destacó, mera, mero,
quedan, queda, quedaron, repartidos, repartidas, repartidos por, distribuidos,
distribuidas, todavía
"""
"""Words that may be left out of a claim about a number without making it less true."""

GLOSSES = """
academy: academi; access: acces, acced; achievement|outcome: logro, resultad;
activity: actividad; advanced: avanzad, de vanguardia, punter; agreement: acuerd,
convenio, tratad; agricultural|agriculture|farming: agrícol, agricultur, agropecuari,
agrari; alliance: alianz; announce: anunci, dio a conocer; application|apply:
aplicacion, aplic; area|field: área, campo, ámbito, esfer; array: conjunto de
antenas; artificial intelligence: inteligencia artificial, ia; association:
asociacion; astronomy: astronom; attend: asist; automated: automatiz; backyard:
patio; banana: banan, plátano; base: base; benefit: benefici; big
science|mega-science: gran ciencia, megaciencia; large|big|major: grand, gran;
biodiversity: biodiversidad; botanical garden: jardín botánico; breeding:
mejoramiento genético, fitomejoramiento; build|construct: constru, edific; cable:
cable; capacity: capacidad; carbon: carbono; cassava: yuca, mandioc; center: centro;
century: siglo; challenge: desafío, reto; city: ciudad; climate: clima, climátic;
cluster: clúster, clústeres, conglomerad, agrupación industrial, polo;
collaborate|cooperate|collaborative: colabor; committed: comprometid; committee:
comité; communication: comunicacion; community: comunidad; company|enterprise|firm:
empres, compañí, firma; conference|exchange conference: conferenci; congress:
congreso; connect|connectivity|link: conect, conectividad, conexion;
contribute|help|support|promote: contribu; cooperation|cooperate|cooperative: cooper;
council: consejo; country|nation: país, países, nacion, estado; crop: cultiv, cosech;
culture: cultur; currency: moned; data: dato; database: base de datos; decade: décad,
decenio; declaration: declaracion; deep: profund; delegation: delegacion;
demonstrate|demonstration: demostr; develop|development: desarroll; developing: en
desarrollo; digital: digital; discovery: descubrimient; domestic|home: nacional,
interno, doméstic; earth: tierra; ecologist: ecólog; economy|economic: economí,
económic; education|educational: educación, educativ; electric vehicle: vehículo
eléctrico, coche eléctrico; elephant: elefant; emission: emision; embassy: embajad;
energy: energí, energétic; green energy: energía verde, electricidad verde;
engineering: ingenierí; engineer: ingenier; equipment: equipo; event: evento;
exchange: intercambi; exhibition|pavilion|hall: pabell, exhibici, recint;
expand|expansion|enlargement: ampli, expan; expert: expert, especialist; export:
export; expressway: autopist; facility|factory|plant|manufacturing: instalacion,
planta, fábric; farmer: agricultor, campesin; finance|fund: financi; fire: incendi;
fire safety: protección contra incendios, seguridad contra incendios; food: aliment;
forum: foro; found|founder: fundador; founders: fundadores; framework: marco; free
trade: libre comercio; generate|create: gener; generation|output: importe,
produccion, valor; genetic: genétic; global|world|worldwide|international: mundial,
global, mundo, mundo entero, todo el mundo; govern|government: gobiern,
gubernamental; governance: gobernanz; green: verde; group: grupo; health: salud,
sanitari; hectare: hectáre; help|assist|aid: ayud; high speed: alta velocidad; hold:
celebr; host: acog, organiz, sede; hydropower: hidroeléctric, hidroenerg; implement:
implement; improve|increase|raise|rise: increment, aument, elev, mejor, sub;
inaugurate: inaugur; incubation|incubator: incub; industrial|industry: industri;
information: informacion; infrastructure: infraestructur; initiate|launch|start:
inici, emprend; initiative: iniciativ; innovation: innov; institute: instituto;
institution: institucion; intellectual property: propiedad intelectual;
intergovernmental|government-to-government: intergubernamental, entre gobiernos;
international: internacional; invest|investment: inver, inviert; join: adhi, adher,
incorpor, ingres, se uni, unier, uniero; joint|shared: conjunt; jointly:
conjuntamente, juntos; laboratory|lab: laboratori; launch|establish|inaugurate: lanz,
puso en marcha, pusieron en marcha, puesto en marcha, puesta en marcha, inici; lead:
lider, encabez; leader: líder; list|ranking: lista, clasificación; local: local;
long-term: largo plazo; lunar: lunar; marine|ocean: marin, oceán; market: mercad;
market share: cuota de mercado, cuota del mercado, participación de mercado;
mechanism: mecanism; medicine: medicin; meeting: reunion, encuentro; member: miembr,
integrant; memorandum of understanding: memorando de entendimiento, memorándum de
entendimiento; minister: ministr; ministry: ministeri; multilateral: multilateral;
navigation: navegacion; network: red, redes; new: nuev; observatory: observatori;
official|officially: oficial, oficialmente; open: abiert; open science: ciencia
abierta; organization: organizacion, organism; park: parque; participate|take
part|join: particip, tom parte; partner: soci, aliad; partner country|partner
countries: país socio, países socios; partnership: asociacion, alianza; peaceful:
pacífic; people: puebl; physics: físic; plan: plan; platform: plataform; policy:
polític; poverty: pobrez; priority: priorit, prioridad; product: product;
professional|specialist: profesional; program: program; project: proyect;
protect|protection: protec, proteg; province: provinci; publish: public; pulsar:
púlsar; radio telescope: radiotelescopio; railway|rail: ferrocarril, ferroviari;
reach: llegar; reduce|avoid|cut|save: redu, evit, ahorr, recort; region: region;
relation|tie: relacion, vínculo; renew|renewed: renov; research: investig; research
and development|R&D: investigación y desarrollo, i+d; researcher|scientist:
investigador; reinvest|invest|put: reinvier, reinver; resolution: resolucion;
result|outcome: resultado; revenue: ingreso, facturacion; rice: arroz;
robot|robotics: robot, robótic; satellite: satélite; science|scientific: cienci,
científic; science and technology|sci-tech: científico-tecnológic, ciencia y
tecnología, científica y tecnológica, científicos y tecnológicos, científico y
tecnológico; scientist: científico; secretariat: secretarí; security|safety:
seguridad; seed: semilla; share|part|proportion: cuota, proporcion, porcentaje, peso,
participacion, represent; share|sharing: compart, intercambi; sign: suscrib; silk
road: ruta de la seda; smart|intelligent: inteligent; society: sociedad; solar:
solar; soybean: soja, soya; space: espacial, espacio; space station: estación
espacial; special: especial; spending: gasto; station: estacion; student: estudiant,
alumn; summit: cumbre; sunflower: girasol; support|back: apoy, respald, sosten;
sustainable: sostenibl, sustentabl; system: sistema; talent: talento; team: equipo;
technique|technology: tecnologí, tecnológic, técnic; technology transfer:
transferencia de tecnología, transferencia tecnológica; telescope: telescopi; top:
princip, mayor, primer, más; trade: comercio, comercial; train|training|develop:
form, capacit, entren, adiestr; transaction: transaccion; payment: pago; transfer:
transfer, transfier; transnational: transnacional; tropical: tropical; university:
universidad, universitari; use: us, utiliz, emple; value: valor; version: version;
vessel|ship: buque, barco; water: agua; wheat: trigo; work: trabaj; working
group|working groups: grupo de trabajo, grupos de trabajo; year: año; a year|annual:
al año, cada año, anual, por año, anuales; yield|production: rendimient,
productividad; young|youth: joven, jóvenes, juvenil; Africa: africano, africana,
africanos, africanas; Asian: asiátic; Asian elephant: elefante asiático;
renminbi|RMB|yuan: renminbi; person|people: persona; doctor|physician: médico;
nuclear: nuclear; vaccine: vacuna; contribution to|play a part: desempeñ; introduce:
introdu, difund; product launch|new product: nuevos productos, productos nuevos;
present|unveil|show: present, mostr, exhib; footprint|present in: presencia,
presente; institution member: instituciones miembros; stable|stability: estab;
important: important; vital|crucial|pivotal: crucial, vital, clave; trust: confianz;
competition: competenci; border: fronter; medium-term: mediano plazo; principle:
principio; scholar: académico, erudit; scholarship: beca; storage: almacenamiento;
assembly: ensambl, asamble; traditional: tradicional; semiconductor: semiconductor;
controls: control; spatial information: información espacial; priority area|priority
areas: áreas prioritarias, área prioritaria; origin|from: proceden, provien;
domestic|home|national: nacional; establish|set up|found|create|build|open: establec,
crea, cre, fund, instal, constru, abr; define|identify|set: defin, identific, fij;
sign|signing: firma, signatari, firmant; since: desde; result|lead|bring|produce:
dieron lugar, dio lugar, surgi, result, se tradujeron, genera; operation|at
work|run|operate: en funcionamiento, operativ, activo, activos; service|serve:
servici, serv; half|double: multiplicacion, duplicacion; expo|exposition|exhibition:
exposicion, expo; average: de media, en promedio, promedio, medio, media;
session|edition: edicion; five-year plan: plan quinquenal; party|communist party:
partido comunista; time|long: tiempo; memorandum: memorando; property: propiedad;
partner country|belt and road: socios de la franja y la ruta; belt and road: franja,
franja y la ruta, la franja y la ruta; road: ruta; negative|carbon: negativ;
visit|go|travel: visit; environment|ecology: ambient, medio ambiente;
term|number|total: número, cifra; ton: tonelad; export control|export controls:
controles de exportación, controles a la exportación; field|such as|subject:
disciplin, materia; woman: mujer; school: escuela; institution|body: entidad, ente;
place|rank: ubic, situ; promote|advance: promov, promuev, impuls, foment;
china|chinese: chino, china; all|every|each|whole|entire: todos, todas, todo, toda,
cada, enter; extend|cover|span: ocup, abarc, extiend; two-way: en los dos sentidos,
en ambos sentidos, bidireccional, de ida y vuelta; one-way: en un solo sentido,
unidireccional; link|connect|join: unid, une, unen; undersea|submarine: submarin;
deforestation: deforestacion, desforestacion; monitor|watch: vigil, monitore;
praise|applaud: elogi, alab; focus: foco, centr; recommendation: recomendacion;
reject|oppose: rechaz; access|consult: consult; keep|maintain: mantien, manten,
conserv; advantage|edge: ventaja
"""
"""English words, others for the same after bars, and what says them; each
with any ending of the language."""

PLACES = """
Beijing: Pekín, Beijing; Chengdu: Chengdu; Sichuan: Sichuan; Chongqing: Chongqing;
Kunming: Kunming; Yunnan: Yunnan; Tengchong: Tengchong; Xiamen: Xiamen; Shanghai:
Shanghái, Shanghai; Shenzhen: Shenzhen; Guangzhou: Cantón, Guangzhou; Nanning:
Nanning; Kunshan: Kunshan; Qinhuangdao: Qinhuangdao; Wuhan: Wuhan; Kazan: Kazán,
Kazan; Moscow: Moscú; Rio de Janeiro: Río de Janeiro, Rio de Janeiro; Johannesburg:
Johannesburgo; Brasilia: Brasilia; Brazzaville: Brazzaville; Phnom Penh: Phnom Penh,
Nom Pen
"""
"""Cities and provinces that the records name, and some that they do not."""

HEDGES = {
    "more_than": """
        más de, mas de, por encima de, superior a, superiores a, supera,
        superan, superó, rebasa, sobrepasa, excede, y pico, poco más de, un
        poco más de, algo más de""",
    "at_least": """
        al menos, por lo menos, como mínimo, no menos de, cuando menos, un mínimo
        de, a partir de""",
    "nearly": """
        casi, cerca de, próximo a, próximos a, al borde de, no llega del todo a""",
    "about": """
        alrededor de, unos, unas, aproximadamente, en torno a, cosa de, más o
        menos, aproximado de, a eso de, apenas unos, apenas unas, solo unos,
        sólo unos""",
    "up_to": """
        hasta, como máximo, a lo sumo, no más de, un máximo de""",
    "fewer_than": """
        menos de, por debajo de, inferior a, inferiores a, no llega a, no llegan a,
        no alcanza, no alcanzan""",
    "exactly": """
        exactamente, justo, precisamente, justamente, ni más ni menos que, solo,
        sólo, solamente, únicamente, no más que, nada menos que""",
}

VAGUE = {
    "dozens": """
        decenas de, docenas de, varias decenas de, varias docenas de""",
    "hundreds": """
        cientos de, centenares de, varios cientos de, varios centenares de""",
    "thousands": """
        miles de, millares de, varios miles de""",
}

NEGATIONS = """
no, nunca, jamás, ni, tampoco, sin, ningún, ninguno, ninguna, nadie, nada, todavía
no, aún no, ya no, no ha, no han, dejó de, ha dejado de, en absoluto, negó, niega,
rechazó, rechaza, rechazada, rechazado, negada, rehúsa
"""

PLANNED = """
en construcción, prevé, prevén, prevista, previsto, previstas, previstos, planea,
planean, planeó, tiene previsto, se prevé, va a, van a, proyecta, pretende, será,
serán, está previsto, estaba prevista, estaba previsto, tendrá lugar, tendrá,
tendrán, ayudará, permitirá
"""
"""Words by which a clause speaks of what is not done yet."""

MONTHS = """
1: enero, ene; 2: febrero, feb; 3: marzo, mar; 4: abril, abr; 5: mayo, may; 6: junio,
jun; 7: julio, jul; 8: agosto, ago; 9: septiembre, setiembre, sept, sep, set; 10:
octubre, oct; 11: noviembre, nov; 12: diciembre, dic
"""
"""Months by number: the name first, then what is short for it."""

CARDINALS = """
0: cero; 1: uno; 2: dos; 3: tres; 4: cuatro; 5: cinco; 6: seis; 7: siete; 8: ocho; 9:
nueve; 10: diez; 11: once; 12: doce; 13: trece; 14: catorce; 15: quince; 16:
dieciséis; 17: diecisiete; 18: dieciocho; 19: diecinueve; 20: veinte; 21: veintiuno,
veintiún, veintiuna; 22: veintidós; 23: veintitrés; 24: veinticuatro; 25:
veinticinco; 26: veintiséis; 27: veintisiete; 28: veintiocho; 29: veintinueve; 30:
treinta; 40: cuarenta; 50: cincuenta; 60: sesenta; 70: setenta; 80: ochenta; 90:
noventa; 100: cien, ciento; 200: doscientos, doscientas; 300: trescientos,
trescientas; 400: cuatrocientos, cuatrocientas; 500: quinientos, quinientas; 600:
seiscientos, seiscientas; 700: setecientos, setecientas; 800: ochocientos,
ochocientas; 900: novecientos, novecientas
"""

SCALES = """
10: decena, decenas; 12: docena, docenas; 20: veintena; 30: treintena; 100: centena,
centenas, centenar, centenares; 1000: mil, miles, millar, millares; 1000000: millón,
millon, millones; 1000000000: mil millones, millardo, millardos; 1000000000000:
billón, billones
"""

ORDINALS = """
1: primero, primer, primera; 2: segundo, segunda; 3: tercero, tercer, tercera; 4:
cuarto, cuarta; 5: quinto, quinta; 6: sexto, sexta; 7: séptimo, séptima; 8: octavo,
octava; 9: noveno, novena; 10: décimo, décima; 11: undécimo, undécima; 12: duodécimo,
duodécima; 13: decimotercero, decimotercer, decimotercera; 14: decimocuarto,
decimocuarta; 15: decimoquinto, decimoquinta; 16: decimosexto, decimosexta; 17:
decimoséptimo, decimoséptima; 18: decimoctavo, decimoctava; 19: decimonoveno,
decimonovena; 20: vigésimo, vigésima; 21: vigésimo primero, vigésimo primer, vigésima
primera
"""

MULTIPLES = """
0.5: reducir a la mitad, reducido a la mitad, redujo a la mitad; 2: duplicar,
duplica, duplican, duplicó, duplicaron, duplicado, duplicada, se ha duplicado,
duplicarse, duplicación, doblar, dobló, doblado, doble, el doble, dos veces; 3:
triplicar, triplica, triplican, triplicó, triplicaron, triplicado, triplicarse,
triple, el triple, tres veces; 4: cuadruplicar, cuadruplicó, cuadruplicado,
cuádruple, cuatro veces
"""

SHARES = """
50: la mitad, mitad; 33.3333: un tercio, la tercera parte; 66.6667: dos tercios; 25:
un cuarto, la cuarta parte; 75: tres cuartos, tres cuartas partes; 20: un quinto, la
quinta parte; 10: una décima parte
"""
"""Fractions in words, as percentages."""

PERCENT = """
%, por ciento, por cien
"""

POINTS = """
puntos porcentuales, punto porcentual
"""

UNITS = """
t/ha: toneladas por hectárea, toneladas de yuca por hectárea, t por hectárea; t:
toneladas, tonelada; kg: kilos, kilogramos, kg; m2: metros cuadrados, m2; ha:
hectáreas, hectárea, ha; km2: kilómetros cuadrados, km2; USD: dólares, dólares
estadounidenses, dólares de Estados Unidos, USD; CNY: yuanes, yuan, renminbi,
renminbis, RMB; EUR: euros, euro; BRL: reales; RUB: rublos; GBP: libras; years: años,
año; decades: décadas, década
"""

PARTS = """
early: principios de, inicios de, comienzos de, inicio de, comienzo de, el inicio de;
mid: mediados de; late: finales de, fines de, fin de, final de, el final de, el
cierre de; spring: la primavera de; summer: el verano de; autumn: el otoño de; first
half: el primer semestre de, la primera mitad de; second half: el segundo semestre
de, la segunda mitad de
"""
"""Words before a month or year that say which part of it is meant."""

RELATIONS = """
since: desde, a partir de, desde el, desde la; until: hasta, hasta el; before: antes
de, antes del; after: después de, tras; by: para, a, al, a fecha de; in: en, de, del,
el, durante, en el año, el año, año
"""
"""Words before a date."""

RELATIVE = """
last year: el año pasado, año pasado; this year: este año, el presente año; next
year: el próximo año, el año próximo, el año que viene; last month: el mes pasado;
this month: este mes
"""
"""Dates that are known only to who knows the day."""
