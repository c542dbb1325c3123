"""
Words by which Hindi in Latin letters is known, as people type it: pronouns, postpositions, auxiliaries, common verbs.

Models of languages know Hindi by its own script only. No word of English is here, and what is a word in other languages
that customers write stands apart.
"""

# ruff: noqa: SIM905 - tables: one block a thought, however many words it has

PLAIN = frozenset(
    """
    aaj aana aao aap aapas aapka aapke aapki aapko aapne aapse aata aate aati aaya aaye aayi abe abhi accha acche
    acha achchha achha achhe achi agar agr aisa aise aisi apka apke apki apko apna apne apni apun arey arre aur
    aya ayi baad baat baatein bada badi bahar bahot bahut bata bataiye batao bataya bataye bhai bhaiya bhi bhot
    bht bich bilkul bina bohot bola bolna bolo bolte btao chahie chahiye chahta chahte chaiye chala chalo chalta
    chota chote choti dedo dekha dekhna dekho dekhte dena dene der deta dete dhanyavad dhanyawad didi dijiye diya
    diye dost dusra dusre dusri gai galat gaya gaye gayi ghar gya gye gyi haa haan hafte hain hamara hamare hamari
    hamein hamko hamne hoga hogi hona honge hoon hota hote hoti hua hui humara humare humari humein humko humne
    humse huye idhar inhe inhone inka inke inki inko iska iske iski isko isliye isne isse jaa jada jahan jaisa
    jaise jaisi jaldi jao jata jate jati jiska jiske jisko jisne jitna jitne jyada kaam kab kaha kahan kaisa kaise
    kaisi kardiya kardo kare karein karen karenge karke karna karne karo karta karte karti karunga karungi kaun
    kaunsa kese kidhar kijiye kisi kiska kiske kiski kisko kisne kitna kitne kitni kiya kiye koi konsa krdo kripya
    krke krna krne kro krta krte krupya kuch kuchh kya kyaa kyon kyonki kyoon kyu kyuki kyun kyunke kyunki laga
    lagta lagti lekin lekn lena lene leta lete liya liye logo logon magar mahina mahine maine mei mera meri milega
    milegi mili milta mjhe mre muje mujhe mujhko mujhse naam nahee nahi nahin namaskar namaste nehi nhi nhin niche
    oye paas pahle paisa paise parso pehla pehle pehli phele phir raat raha rahe rahi rahta rakha rakho rehta
    rehte rha rhe rhi roz saal saath sab sabhi sabko sahab sahi sahib sakta sakte sakti samajh sath shukriya sirf
    skta skte subah subha tabhi taraf tera tere teri tha thay theek thek thi thik thk toh tujhe tujhko tumhara
    tumhare tumhari tumhe tumhein tumko tumne tumse udhar unhe unhein unhone unka unke unki unko upar uska uske
    uski usko usne usse vaise vajah vala vale vali voh waha wahan waisa waise wajah wala wale wali warna woh yaa
    yaha yahan yar yeh zyada
    """.split()
)
"""Hindi, and nothing else that is often met."""

SHARED = frozenset(
    """
    aa andar ap bas beech chal de dekh ek fir hai hame han hoke hu hume hun ja jee ji jo ka kal kam kar ke ki kia
    ko kon kr le lo mai mein mil mila na nai ne pas pata pe sare sari se suno tak tum tune vo wo yaar ye
    """.split()
)
"""Hindi, and words of German, Spanish, Italian or French as well: they count half."""
