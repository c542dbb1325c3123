"""What a customer's words are a sign of: repeating, chasing, not answered, not solved, received, automatic; folded."""

# ruff: noqa: E501, ISC004 - tables: one line a thought, however many words it has

ALREADY_TOLD = {
    "en": (
        "(?:i|we)(?:'ve| have| had)? already (?:\\w+ )?(?:told|explained|said|sent|gave|given|provided|mentioned|written|wrote|answered|shared|supplied|uploaded|attached|described|confirmed|gone through)",
        "(?:i|we) (?:told|explained|sent|gave|provided|wrote|supplied) (?:\\w+ ){0,5}?(?:already|before|twice|last (?:time|week|month)|(?:two|three|four|five|several|many) times|yesterday)",
        "(?:i|we)(?:'ve| have)? (?:now )?(?:explained|told|sent|said|repeated|written|given|described) (?:\\w+ ){0,4}?(?:twice|(?:two|three|four|five|several|many|multiple|\\d+) times|again and again)",
        "(?:as|like) (?:i|we)(?:'ve| have)? (?:already |previously |just )?(?:said|told|explained|wrote|mentioned|stated|described)(?: (?:before|already|earlier|in my (?:first|last|previous|original)|on the phone|in the chat|to your|above|last|twice))?",
        "(?:it'?s|that'?s|is|are|all|everything|everything is|its)(?: all)? (?:already )?(?:is )?(?:in|on) (?:the|this|my|that) (?:\\w+ )?(?:thread|ticket|e-?mail|message|chat|claim|case|first|last|original|file)",
        "exactly as in my (?:first|last|previous|original|e-?mail|message)",
        "you(?:'ve| have)? already (?:have|had|got|received)(?: \\w+)? (?:all|that|this|the|it|those|them|everything|my)",
        "(?!(?:i|we|they|he|she|it|that|who)\\b)\\w+ already has (?:all|that|this|everything|those|them)",
        "you (?:have|'ve) had (?:the|my|this|that|it|them|all|those)",
        "(?:you|they|\\w+) (?:already )?asked (?:me )?(?:\\w+ ){0,3}?(?:already|before|yesterday|last time|twice)",
        "(?:have|having|had) to (?:repeat|explain|say|tell|send|give|go (?:over|through)|start)(?: \\w+){0,6}? (?:again|twice|over|myself|every time|each time|from scratch|once more)",
        "(?:repeat(?:ing)?|explain(?:ing)?) (?:myself|(?:this|it|everything|the same)(?: \\w+){0,3}? (?:again|over|every time|to every|to each))",
        "every (?:new )?(?:person|agent|time)(?: \\w+){0,4}? (?:starts?|asks?|from scratch|from zero)",
        "(?:starts?|starting) (?:again )?(?:at|from) (?:zero|scratch|the beginning)",
        "(?:sent|gave|given|told|attached|provided|uploaded|explained)(?: \\w+){0,5}? (?:the|a|for the) (?:second|third|fourth|2nd|3rd|4th) time",
        "asked (?:me )?(?:this|that|the same|for (?:this|that|it|the same))(?: \\w+){0,3} (?:already|before|twice|yesterday|earlier|times)",
        "(?:i|we)(?:'ve| have)? (?:literally |only )?just (?:told|said|explained|sent|gave|given|wrote)(?! (?:thank|hello))",
        "(?:second|third|fourth|fifth|[2-5](?:nd|rd|th)) (?:person|agent|one|colleague|advis[eo]r) (?:(?:who|that|i|i'm|i've|i have|i am|to) )*(?:explain|tell|told|ask|repeat)\\w*",
        "third time (?:i|we)(?:'m| am|'ve| have)? (?:explain|tell|writ|send|sent|said|giv)\\w*",
    ),
    "es": (
        "ya (?:se |os |te |le |les )?(?:lo |la |los |las |le |les )?(?:he |habia |hemos )?(?:dije|dicho|explique|explicado|envie|enviado|mande|mandado|conte|contado|di|dado|facilite|facilitado|escribi|escrito|indique|indicado|comente|comentado|adjunte|adjuntado|dimos|enviamos)",
        "(?:como|tal como|segun) (?:ya )?(?:les |le |os |te )?(?:dije|explique|indique|comente|he dicho|puse|escribi|mencione|conte)",
        "(?:es la |por )?(?:segunda|tercera|cuarta|quinta) vez que (?:les |le |os |te |lo |se lo )*(?:explico|digo|cuento|envio|mando|escribo|doy|repito|facilito)",
        "(?:esta|estan)(?: todo| todos)? (?:ya )?en (?:mi|el|este) (?:primer )?(?:correo|mensaje|hilo|chat|ticket|expediente)",
        "(?:tengo|tenga|tener|tuve) que (?:repetir|explicar|volver a|contar)\\w*",
        "(?:segunda|tercera|cuarta|quinta) persona a (?:la )?que|(?:me|nos) (?:estoy|estamos) repitiendo|estoy repitiendo(?:me)?|no (?:voy|pienso) a (?:\\w+ )?(?:repetir|volver a (?:escribir|explicar))\\w*",
        "(?:otra vez|de nuevo) (?:lo mismo|los mismos datos|el mismo numero)|(?:repetir|repito)\\w* (?:lo mismo|todo)",
        "ya (?:lo |los |la |las )?(?:tienen|teneis|tienes|tiene)",
        "acab(?:o|amos) de (?:decir|explicar|enviar|dar|mandar|escribir|contar)\\w*",
    ),
    "de": (
        "(?:habe|hatte|haben) (?:ich|wir) (?:\\w+ ){0,8}?(?:schon|bereits|doch|alles|mehrfach|mehrmals|zweimal|dreimal) (?:\\w+ ){0,4}?(?:geschickt|gesagt|erklart|geschrieben|gesendet|mitgeteilt|angegeben|genannt|geliefert|ubermittelt|eingereicht|beantwortet|beschrieben)",
        "(?:ich|wir) (?:habe|hatte|haben) (?:\\w+ ){0,5}?(?:schon|bereits|doch schon|mehrfach|mehrmals|zweimal|dreimal) (?:\\w+ ){0,4}?(?:geschickt|gesagt|erklart|geschrieben|gesendet|mitgeteilt|angegeben|genannt|geliefert|ubermittelt|eingereicht|beantwortet|beschrieben)",
        "(?:wie|schon) (?:ich )?(?:schon|bereits|oben|zuvor) (?:\\w+ )?(?:gesagt|geschrieben|erwahnt|erklart|mitgeteilt|angegeben|beschrieben)",
        "steht (?:doch )?(?:alles|schon|bereits|doch|alles schon) (?:\\w+ )?(?:in|im|oben)",
        "(?:das|alles|die|den) (?:\\w+ )?(?:haben|liegt|liegen|hat) (?:sie |ihnen |ihr )?(?:schon|bereits|doch|langst)",
        "zum (?:dritten|vierten|zweiten|wiederholten|x-ten) mal (?:erklare|schreibe|schicke|sage|sende|nenne)\\w*",
        "(?:zweite|dritte|vierte|funfte)[nr]? (?:person|mitarbeiter\\w*|kolleg\\w+),? (?:der|dem) ich|(?:ich )?wiederhole mich|(?:schreibe|erklare|tippe) (?:das |es )?(?:jetzt |hier )?nicht (?:alles |noch ?(?:ein)?mal |wieder ){1,3}|steht (?:\\w+ )?(?:schon|bereits) in meine[nrm]",
        "(?:jedes mal|immer wieder|alles|noch einmal|nochmal) (?:\\w+ )?(?:von vorn\\w*|neu erklaren|wiederholen|erklaren)",
    ),
    "fr": (
        "(?:je|nous) (?:vous |te |l'|les |le |la |lui |leur )*(?:ai|avons|l'ai|avais) deja (?:\\w+ )?(?:dit|explique|envoye|donne|ecrit|transmis|indique|fourni|communique|precise|signale|repondu)\\w*",
        "(?:vous (?:l'|les )?(?:avez|l'avez)|on vous l'a) deja",
        "deja (?:ete )?(?:dit|explique|envoye|donne|ecrit|transmis|indique|fourni|communique|precise)\\w*",
        "comme (?:je (?:vous )?(?:l'ai )?(?:deja )?(?:dit|ecrit|explique|indique|precise)|(?:deja )?(?:dit|explique|indique|ecrit))",
        "(?:c'est|tout est|tout figure|elle est|il est)(?: deja)? dans (?:mon|ce|le|ma) (?:premier |dernier |precedent )?(?:mail|message|email|courriel|fil|chat|dossier|ticket|demande)",
        "(?:deuxieme|seconde|troisieme|quatrieme|2e|3e|4e|enieme) fois que (?:je|l'on|nous|vous) (?:vous |le |la |l'|me )*(?:\\w+)",
        "(?:re-?expliqu\\w+|(?:dois|devoir|fallu|faut|obligee?) (?:\\w+ ){0,2}?(?:repeter|recommencer|redonner|renvoyer)|tout (?:repeter|recommencer|redonner)|je (?:me )?repete)",
        "(?:pas|encore|plus) (?:a )?(?:tout )?(?:re-?ecri\\w+|re-?expliqu\\w+|redire|repeter)|(?:figure|figurent|sont|est) (?:tous? |toutes? )?deja (?:tous? |toutes? )?dans (?:mes|mon|ma|les|ce|le)|(?:deuxieme|seconde|troisieme|quatrieme|cinquieme|[2-5]e|enieme) (?:personne|agent|interlocut\\w+|conseill\\w+) (?:a qui|auquel|a laquelle)",
        "je viens (?:juste )?de (?:vous |te |le |l'|lui )*(?:dire|expliquer|ecrire|donner|envoyer|repondre)",
        "encore (?:une fois )?(?:la meme|le meme|les memes) (?:chose|question|numero|information|infos?|demande)s?",
    ),
    "pt": (
        "ja (?:vos |lhe |lhes |te |o |a |os |as |lho )?(?:tinha |havia )?(?:disse|expliquei|enviei|dei|mandei|escrevi|informei|indiquei|passei|forneci|contei|dito|explicado|enviado|dado|respondi|anexei|referi)",
        "(?:como|conforme) (?:ja )?(?:vos |lhe |lhes )?(?:disse|expliquei|escrevi|informei|indiquei|referi|mencionei)",
        "(?:segunda|terceira|quarta|quinta) vez que (?:vos |lhe |lhes |eu )*(?:explico|digo|envio|mando|escrevo|dou|repito|indico|passo|conto)",
        "(?:esta|estao)(?: tudo)? (?:ja )?(?:no|na|neste|nesta) (?:meu |minha )?(?:primeir[oa] )?(?:e-?mail|mensagem|chat|conversa|pedido|processo)",
        "(?:tenho|ter|tive) (?:de|que) (?:repetir|explicar|voltar a|contar)",
        "(?:estou|ando|continuo) (?:sempre |outra vez |de novo )?a (?:repetir|explicar)(?:-me| tudo| o mesmo| a mesma)|(?:me )?estou (?:me )?repetindo|repito-me|(?:segunda|terceira|quarta|quinta) pessoa a quem|nao vou (?:\\w+ )?(?:repetir|escrever|explicar) tudo",
        "ja (?:o |os |a |as )?(?:tem|tendes)(?: tudo| todos| esses| isso)",
        "(?:outra vez|de novo) (?:o mesmo|os mesmos|a mesma)",
        "acab(?:ei|o) de (?:(?:vos |lhe |te )?(?:dizer|explicar|enviar|dar|mandar|escrever))\\w*",
    ),
    "it": (
        "(?:(?:ve |ve l'|l'|le |vi |gliel'|te l'|li |lo )+)?(?:ho|avevo|abbiamo) gia (?:\\w+ )?(?:detto|spiegat[oaie]|inviat[oaie]|mandat[oaie]|dat[oaie]|scritt[oaie]|fornit[oaie]|comunicat[oaie]|indicat[oaie]|rispost[oaie]|allegat[oaie])",
        "gia (?:detto|spiegato|inviat[oaie]|mandat[oaie]|scritto|fornit[oaie]|comunicat[oaie]|indicat[oaie]|dat[oaie])",
        "come (?:(?:vi |le |ho )*(?:gia )?(?:detto|scritto|spiegato|indicato|comunicato)|gia (?:detto|scritto|spiegato))",
        "(?:seconda|terza|quarta|quinta|ennesima) volta che (?:vi |ve lo |lo |le |glielo )*(?:spiego|dico|scrivo|mando|invio|do|ripeto|fornisco|racconto)",
        "(?:e|sta)(?: tutto| scritto)* (?:gia )?(?:nella|nel|nell'|in questa) ?(?:mia |mio )?(?:prima |primo |ultima )?(?:mail|e-?mail|messaggio|chat|conversazione|richiesta|pratica)",
        "mi sto ripetendo|sto ripetendo|(?:seconda|terza|quarta|quinta) persona a cui|non (?:riscrivo|ripeto|rispiego) tutto|non (?:ho intenzione di|voglio) (?:riscriver|ripeter|rispiegar)\\w+",
        "(?:devo|dover|dovuto) (?:ripetere|rispiegare|ricominciare|spiegare)\\w*",
        "(?:ho|abbiamo) appena (?:detto|spiegato|inviato|mandato|scritto|dato|risposto)",
        "(?:ce l'avete|l'avete|li avete|le avete|avete) gia",
    ),
}
"""The customer says that they had to repeat themselves."""

NOT_ANSWERED = {
    "en": (
        "(?:the|my) questions? (?:still )?(?:stands?|remains?|is still)|answer (?:the|my) question|(?:didn't|did not|doesn't|haven't|hasn't|not|never) (?:\\w+ )?answer(?:ed|s)? (?:(?:any|either|one|none|both|all|half|most|a single one) (?:of )?)?(?:the|my|what|it|me|these|those)|(?:neither|none|half) of my questions",
        "not what i(?:'m| am)? (?:asked|asking)|that(?:'s not| is not| was not| isn'?t| wasn'?t) (?:what i|my question|an answer|the question)|(?:is|was) not an answer",
        "(?:didn't|haven't|not|don't|did not|have not) (?:even |actually )*(?:read|bothered to read)",
        "(?:still|again)[,:]? (?:no answer|without (?:an|any) (?:answer|reply)|waiting for (?:an|your) answer)|i(?:'ll| will)? (?:ask|repeat)(?:ing)? (?:it |my question )?(?:again|once more)|i asked (?:whether|if|why|when|how|what|about)",
        "so,? (?:which|what) is it|yes or no",
    ),
    "es": (
        "no es lo que (?:pregunto|he preguntado|pregunte|preguntaba)|sigo preguntando|(?:no|sin) (?:me )?(?:ha |han |has )?(?:contestado|respondido|contesta|responde)n?|sin respuesta|ni (?:lo )?han leido|mi pregunta (?:sigue|era|es)"
        "|repito la pregunta|contesten? a mi pregunta|si o no|no (?:ha|han) respondido|(?:a )?ninguna de (?:mis|las) (?:\\w+ )?preguntas",
    ),
    "de": (
        "(?:das )?(?:war|ist) (?:nicht|keine) (?:meine frage|antwort)|(?:meine )?frage (?:ist|war|bleibt|steht)|nicht (?:was|wonach) ich (?:gefragt|wissen)|(?:frage|fragen) (?:nicht|immer noch nicht|noch nicht) beantwortet|dieselbe frage|keine (?:einzige )?(?:von |der |meiner |von meinen )(?:\\w+ )?fragen"
        "|keine antwort|ja oder nein|danach habe ich nicht gefragt|beantwortet (?:meine|die) frage nicht|nicht gelesen",
    ),
    "fr": (
        "(?:ce n'est|c'est) pas (?:ma question|ce que je (?:demande|demandais|vous demande)|ce que j'ai demande|une reponse)|ma question (?:reste|est|etait|demeure)|(?:n'avez|n'a|ne) (?:pas|toujours pas) repond\\w*|(?:ne repond\\w* pas)"
        "|repondez(?:[- ]moi)? a ma question|a aucune de mes (?:\\w+ )?questions|aucune de mes (?:\\w+ )?questions|je repete ma question|sans reponse|toujours pas de reponse|oui ou non|pas lu",
    ),
    "pt": (
        "nao (?:foi|e|era) (?:isso|isto|o) (?:que|a minha pergunta)? ?(?:perguntei|pergunto)?|(?:a )?minha (?:pergunta|questao|duvida) (?:continua|era|e|mantem)|nao (?:me )?(?:respondeu|responderam|respondem|responde)|(?:continuo|fico) sem resposta"
        "|repito a pergunta|nenhuma das (?:minhas )?(?:\\w+ )?(?:perguntas|questoes)|respond[ae]m? (?:a|a minha) pergunta|sim ou nao|nem (?:leu|leram)",
    ),
    "it": (
        "non (?:e|era) (?:quello|cio) che (?:ho )?(?:chiesto|chiedevo|chiedo)|(?:la )?mia domanda (?:resta|rimane|era|e)|non (?:mi )?(?:ha|avete|hai) (?:ancora )?rispost\\w*|non risponde|nessuna delle (?:mie )?(?:\\w+ )?domande|ripeto la domanda|risponda alla|rispondete alla|senza risposta|si o no"
        "|non (?:l')?(?:avete|ha) (?:nemmeno |neanche )?letto",
    ),
}

CHASER = {
    "en": (
        "did you (?:get|receive|see) my (?:\\w+ )?(?:message|e-?mail|mail|note|question|request)|(?:had|have|got|received) no (?:reply|answer|response|news)",
        "yet to (?:hear|receive|get)|(?:no|without) (?:reply|answer|response|word) (?:yet|so far|from)",
        "any (?:news|update|progress)|hello\\?|anyone (?:there|home)|still (?:waiting|nothing|no (?:news|reply|answer|word|refund|sign))|(?:haven't|have not|not) heard|what(?:'s| is) happening|following up|chasing|when will|nobody (?:has )?(?:called|replied|rang|wrote|came)"
        "|no(?:body| one) (?:called|came|rang)|where is (?:it|my)|did not (?:come|arrive|call|happen)|didn't (?:come|arrive|call|happen|hear)|(?:hasn't|has not|never|not) (?:arrived|come|called|happened|shown up)",
    ),
    "es": (
        "(?:recibi(?:eron|o|steis)|(?:ha|han|habeis) recibido|les llego|vi(?:eron|o)) mi (?:\\w+ )?(?:mensaje|correo|e-?mail|consulta)",
        "no he (?:tenido|recibido|obtenido) (?:\\w+ ){0,2}?(?:respuesta|noticias|contestacion)",
        "se sabe algo|hay alguien|alguna (?:novedad|noticia)|sigo (?:sin|esperando)|no (?:ha )?lleg(?:o|ado)|nadie (?:me )?(?:ha |llam|contest|vino)\\w*|no (?:me )?(?:han |ha )?(?:llamad|escrit|contestad|llam)\\w*|todavia nada|que pasa con",
    ),
    "de": (
        "(?:haben sie|habt ihr|ist) mein[e]? (?:\\w+ )?(?:nachricht|mail|e-?mail|anfrage|frage) (?:\\w+ )?(?:bekommen|erhalten|gesehen|gelesen|angekommen)",
        "keine (?:antwort|ruckmeldung|nachricht) (?:bekommen|erhalten)",
        "gibt es (?:schon )?(?:etwas )?neu\\w*|ist (?:da|hier) jemand|immer noch (?:nichts|keine?)|noch (?:nichts|keine?) (?:gehort|antwort|ruckmeldung)?|niemand (?:hat )?(?:sich )?\\w*|wo bleibt|warte (?:immer )?noch|nicht (?:gekommen|angekommen|gemeldet|angerufen)",
    ),
    "fr": (
        "(?:avez[- ]vous|vous avez) (?:bien )?(?:recu|lu|vu) (?:mon|ma) (?:\\w+ )?(?:message|mail|e-?mail|courriel|demande|question)",
        "(?:pas|jamais) (?:eu|recu|obtenu) de (?:reponse|nouvelles|retour)|reste sans reponse",
        "des nouvelles|il y a quelqu'un|toujours (?:rien|pas|aucune?)|(?:rien|pas) recu|personne (?:ne|n')|j'attends (?:toujours|encore)|ou en est|sans nouvelles",
    ),
    "pt": (
        "(?:receberam|recebeu|viram|leram) (?:a minha|o meu|minha|meu) (?:\\w+ )?(?:mensagem|e-?mail|pedido|pergunta)|(?:estou|continuo) (?:ainda )?a (?:espera|aguardar)",
        "nao (?:tive|recebi|obtive) (?:\\w+ ){0,2}?(?:resposta|noticias|retorno)",
        "(?:alguma|ha) novidades?|alguem ai|ainda (?:nada|nao)|continuo (?:sem|a espera)|ninguem (?:me )?\\w+|nao (?:chegou|recebi|ligaram|veio)|em que pe(?: esta)?|sem noticias",
    ),
    "it": (
        "avete (?:ricevuto|letto|visto) (?:la mia|il mio) (?:\\w+ )?(?:mail|messaggio|e-?mail|richiesta|domanda)",
        "non ho (?:avuto|ricevuto|ottenuto) (?:\\w+ ){0,2}?(?:risposta|riscontro|notizie)",
        "(?:ci sono )?(?:novita|notizie|aggiornamenti)|c'e (?:nessuno|qualcuno)|ancora (?:niente|nulla|nessun\\w*)|nessuno (?:mi )?\\w+|non (?:e )?(?:arrivat\\w*|ho ricevuto|venuto|ha chiamato)|sto (?:ancora )?aspettando|a che punto",
    ),
}

NOT_SOLVED = {
    "en": (
        "(?:don't|do not|not) close (?:this|it|the|my)|keep (?:this|it|the \\w+) open|(?:but|yet|though) (?:\\w+ ){0,4}?(?:still (?!happy|love|like|thank|think|hope)|stays |remains |keeps )\\w+|(?:tried|did|done|restarted|reset|updated|changed|checked|reinstalled|replaced)(?:[ ,:]+\\w+){0,4}?[ ,.:]+(?:but )?nothing(?! else)|(?:that|it) (?:wasn't|was not|isn't) it|not do the (?:trick|job)|didn't do the (?:trick|job)|(?:get|got|getting|with) the same (?:\\w+ )?(?:result|message|error|picture|thing)|same (?:result|outcome)|all the same",
        "no (?:luck|joy|dice|change|difference|improvement)(?! (?:needed|required|to|in|of))|(?:made|makes|making) no difference|didn't make (?:a|any) difference|nothing (?:has )?(?:changed|happens|happened)|(?:exactly|just|same) (?:as|like) before|(?<!n't )(?<!not )(?<!never )(?:doing it|happened|failed|stopped|crashed|broke|dead|died|down|frozen|stuck) again",
        "(?:problem|issue|error|fault|noise|leak)s? (?:still )?(?:persists?|remains?|continues?|keeps? \\w+ing|(?:is|are|has come|came|comes) back(?! to normal)|hasn't gone)|still (?:being|getting|seeing|shows?|showing|says?|saying|appears?|comes? up|(?:have|having|has) (?:the|this|that) (?:same |very )?(?:problem|issue|error|fault|message))|that's not (?:it|the (?:problem|issue|one))",
        "(?:still|again) (?:not |doesn't |does not |isn't |is not |won't )?(?:work\\w*|broken|happening|black|failing|the same|there|charged|missing|wrong|nothing|err\\S*|no (?:sound|picture|refund))|still (?:can't|cannot|can not|couldn't|unable to|doesn't|does not|isn't|is not|won't|will not)(?! (?:believe|thank|matter))|still (?:\\w+ )?(?:offline|down|dead|blank|empty|frozen|stuck|locked|blocked|leak\\w*|drip\\w*|crash\\w*|freez\\w*|fail\\w*|jam\\w*|stop\\w*)|same (?:error|problem|issue|thing|again)|(?:did|does)(?:n't| not) (?:help|work|fix)\\w*|(?:does|do|did|will)(?:n't| not) (?:open|load|start|connect|charge|print|respond|close|sync|heat|play|turn on|switch on)|won't (?:open|load|start|connect|charge|print|respond|close|sync|heat|play|turn on|switch on)|not (?:working|fixed|solved|resolved)|(?<!n't )(?<!not )(?<!never )(?:happened again|came back)",
    ),
    "es": (
        "no (?:lo |la )?cierr(?:en|e|es|eis)|no cerr(?:ar|eis)|(?:pero|y) (?:\\w+ ){0,4}?sigue(?:n)? (?!bien|todo|funcionando|gustando)\\w+|(?:probad\\w+|hech\\w+|intentad\\w+|reiniciad\\w+|actualizad\\w+|reinici[eo]|cambiad\\w+)(?:[ ,:]+\\w+){0,4}?[ ,.:]+nada(?! mas)|no (?:era|es|fue) eso|(?:el|lo|con el) mismo (?:resultado|mensaje)|no (?:se|queda) (?:arregla|arreglado|soluciona|solucionado|resuelve|resuelto)",
        "(?:problema|error|fallo|averia) (?:persiste|sigue|continua)|sigue (?:saliendo|apareciendo|dando|ocurriendo|igual|mal)|(?<!no ha )(?<!no me ha )(?<!no han )vuelto a (?:pasar|ocurrir|fallar|salir|aparecer|suceder|estropearse|caerse)|no se ha (?:arreglado|resuelto|cambiado)|no ha cambiado nada|(?:probado|hecho|intentado|reiniciado|actualizado|seguido|cambiado)(?: \\w+){0,4} y nada(?! mas)|sin (?:exito|cambios|resultado)",
        "sigue (?:igual|sin|en(?! (?:garantia|pie|vigor|oferta))|fallando|pasando)|(?:no|sin) (?:se )?(?:abre|abren|carga|cargan|enciende|conecta|imprime|arranca|responde|cierra|calienta)|no (?:funciona|me ha servido|ha servido|sirve|se ha solucionado|esta resuelto)|sigo sin|el mismo (?:error|problema)",
    ),
    "de": (
        "(?:nicht|noch nicht) (?:schlie(?:ss|ß)en|zumachen)|(?:offen|auf) lassen|(?:aber|trotzdem|jedoch|doch) (?:\\w+ ){0,4}?bleibt|(?:gemacht|probiert|versucht|gestartet|neugestartet|getauscht|installiert|aktualisiert)(?:[ ,:]+\\w+){0,4}?[ ,.:]+nichts|(?:das )?(?:war|ist) es (?:\\w+ ){0,2}?nicht|nicht getan|(?:das)?(?:selbe|gleiche) (?:ergebnis|resultat|bild)|(?:leuchtet|blinkt|piept|tropft|ruckelt|hangt|brummt|klemmt|flackert) (?:immer noch|weiterhin|nach wie vor|noch immer)",
        "(?:hat|haben) (?:\\w+ ){0,3}?nichts (?:gebracht|geandert|bewirkt|geholfen)|bringt (?:\\w+ ){0,2}?nichts|hilft (?:\\w+ ){0,2}?nicht|(?:problem|fehler|storung) (?:besteht|bleibt|tritt|kommt|ist) (?:\\w+ ){0,3}?(?:weiterhin|noch|wieder|bestehen)|(?:weiterhin|nach wie vor) (?:nicht|kein\\w*|(?:die |der |eine? |das )?(?:\\w*fehler\\w*|\\w*meldung|problem\\w*|storung))|(?:keine|ohne) (?:veranderung|besserung|erfolg|wirkung)|wieder (?:passiert|ausgefallen|abgesturzt|aufgetreten|stehen ?geblieben)",
        "(?:geht|funktioniert|klappt|lauft)(?: es| das| immer| trotzdem| leider| weiterhin| auch| aber)*(?: noch)? (?:immer noch )?nicht|(?:offnet|ladt|startet|druckt|verbindet|heizt|schlie(?:ss|ß)t|reagiert|synchronisiert) (?:sich )?(?:\\w+ )?nicht|gleiche (?:meldung|fehler|problem)|hat nicht geholfen|immer noch|nicht (?:gelost|behoben)|wieder (?:das|der|die)selbe",
    ),
    "fr": (
        "(?:ne (?:pas )?(?:le |la )?(?:cloturez|cloturer|fermez|fermer)|pas (?:cloturer|fermer))|laissez(?:-le|-la)? (?:le |la |ma |mon )?(?:\\w+ )?ouverte?|(?:mais|pourtant) (?:\\w+ ){0,4}?(?:reste|restent) (?!a votre|disponible)\\w+|(?:fait|essaye|redemarre|reinstalle|teste|change|reinitialise)\\w*(?:[ ,:]+\\w+){0,4}?[ ,.:]+rien|(?:ce n'etait|ce n'est|c'etait|c'est) pas (?:ca|cela)(?: le)?|meme (?:resultat|message|chose)|rien n'y fait",
        "ne change rien|n'a rien (?:donne|fait|resolu)|rien n'a change|(?:probleme|erreur|panne|bug|souci|bruit|fuite) (?:persiste|demeure|continue|revient|est (?:toujours|encore|revenue?))|c'est revenu(?! a la normale)|n'a pas (?:\\w+ )?(?:marche|fonctionne|suffi)|sans (?:succes|effet|resultat|amelioration)|aucun (?:changement|effet|resultat)|aucune amelioration|encore (?:la meme erreur|le meme probleme|le meme message)",
        "continue (?:de|a) (?:fuir|planter|tomber|couper|clignoter|sauter)|(?:ne |n'|ne s'|ne se )(?:ouvre|charge|allume|connecte|imprime|demarre|repond|ferme|chauffe|synchronise) (?:toujours |plus )?pas|(?:ne (?:marche|fonctionne)|n'a) (?:toujours |rien )?(?:pas|change|aide)|toujours (?:pareil|le meme|la meme|pas|autant|en panne|bloquee?s?|cassee?s?)|(?:fuit|plante|bloque|coupe|sonne|clignote|grince|fume|goutte) toujours|meme (?:probleme|erreur)|pas (?:resolu|regle)",
    ),
    "pt": (
        "nao (?:o |a )?fech(?:em|e|ar)|deix(?:em|e) (?:o |a )?(?:\\w+ )?abert[oa]|mas (?:\\w+ ){0,4}?continua|(?:tentei|fiz|reiniciei|atualizei|experimentei|mudei|troquei|testei)(?:[ ,:]+\\w+){0,4}?[ ,.:]+nada(?! mais)|nao (?:era|e|foi) (?:isso|isto)|mesm[oa] (?:resultado|mensagem|coisa)",
        "(?:problema|erro|avaria|falha) (?:mantem-se|mantem|persiste|continua|voltou)|(?<!nao )voltou a (?:acontecer|falhar|dar|aparecer|avariar|parar|desligar|bloquear)|continua tudo|nao (?:resultou|adiantou|deu (?:em nada|resultado)|mudou nada)|ainda (?:aparece|surge|acontece|falha|da erro)|sem (?:sucesso|efeito|resultado|melhoras)",
        "continua (?:igual|sem|a|na mesma)|nao (?:se )?(?:abre|abrem|carrega|liga|conecta|imprime|arranca|fecha|aquece)(?!-)|nao (?:funciona|resolveu|ajudou|esta resolvido)|(?:o )?mesmo (?:erro|problema)|continuo sem",
    ),
    "it": (
        "non (?:la |lo )?chiud(?:ete|a|ere|ano)|lasci(?:ate|a) (?:la |il )?(?:\\w+ )?apert[oa]|(?:ma|pero) (?:\\w+ ){0,4}?(?:resta|rimane|continua)|(?:provat\\w|fatt\\w|riavviat\\w|aggiornat\\w|cambiat\\w|reinstallat\\w|sostituit\\w)(?:[ ,:]+\\w+){0,4}?[ ,.:]+(?:niente|nulla)|non (?:era|e) (?:quello|questo|quella|questa)|stess[oa] (?:risultato|messaggio|cosa)",
        "(?:problema|errore|guasto|difetto|rumore) (?:persiste|rimane|resta|continua|si ripresenta|e (?:ancora|tornato|sempre))|(?<!non e )(?<!mai )(?:successo|capitato|accaduto) di nuovo|non (?:e )?cambia(?:to)? (?:nulla|niente)|niente da fare|continua a (?:dar\\w*|non|blocc\\w+|spegn\\w+|perder\\w*|usci\\w+)|senza (?:successo|esito|risultato|effetto)|nessun (?:cambiamento|miglioramento|effetto|risultato)",
        "(?:ancora|sempre) (?:non|lo stesso|uguale)|non (?:si |mi )?(?:apre|aprono|carica|accende|connette|collega|stampa|avvia|risponde|chiude|scalda)|non (?:funziona|ha funzionato|e risolto|ha risolto|va)|stesso (?:errore|problema)",
    ),
}

RECEIVED = {
    "en": (
        "(?:it|they|all|parcel|refund|money|everything|here)?\\s?(?:has |have |is |are |'s |just )?(?:already )?(?:arrived|here|received|come through|landed)|came (?:today|this morning|yesterday)|got it|has come",
    ),
    "es": ("(?:ya )?(?:ha |han )?(?:llegado|llego|recibido|recibida)|ya (?:esta|lo tengo|la tengo)",),
    "de": ("(?:ist|sind) (?:schon |jetzt |heute )*(?:da|angekommen|eingetroffen)|angekommen|erhalten|eingetroffen",),
    "fr": ("(?:bien )?(?:recu|arrivee?s?|recue)",),
    "pt": ("(?:ja )?(?:chegou|chegaram|recebi|recebido|recebida)",),
    "it": ("(?:e |sono )?(?:arrivat[oaie]|ricevut[oaie])",),
}
"""What was promised has come; "not" in the same sentence takes it back (see CHASER)."""

AUTOMATIC = {
    "en": (
        "^(?:automatic reply|auto-?reply|out of (?:the )?office)|i am (?:currently )?out of (?:the )?office|this is an automat(?:ed|ic) (?:message|response|reply)|on annual leave until|^(?:delivery status notification|undeliverable)|do not reply to this|we have received your (?:request|message|email)(?: and| \\(|\\.)",
    ),
    "es": (
        "^respuesta automatica|estoy fuera de la oficina|mensaje automatico|ausente de la oficina|fuera de la oficina hasta",
    ),
    "de": (
        "^(?:automatische (?:antwort|ruckmeldung)|abwesenheits(?:notiz|nachricht))|(?:bin|befinde mich) (?:\\w+ ){0,6}?(?:nicht im buro|nicht im haus|im urlaub|abwesend)|automatisch (?:erstellt|generiert|erzeugt)",
    ),
    "fr": (
        "^(?:reponse automatique|message automatique)|(?:je suis )?(?:absente?|en conges?) (?:du bureau |jusqu'au )|absence du bureau",
    ),
    "pt": (
        "^(?:resposta automatica|mensagem automatica)|(?:estou )?(?:ausente|fora do escritorio|de ferias) (?:ate|do)",
    ),
    "it": (
        "^(?:risposta automatica|messaggio automatico)|(?:sono )?fuori (?:ufficio|sede)|assente (?:dall'ufficio|fino)",
    ),
}
"""Mail that nobody wrote."""
