"""Acts of the control API, and what they leave."""


def do(org, act, **given):
    response = org.call("POST", f"/control/do/{act}", json=given)
    assert response.status_code == 200, response.text
    return response.json()


def all_rows(org, soql):
    return org.query(soql, resource="queryAll")["records"]


def truth(org):
    return org.call("GET", "/control/truth").json()
