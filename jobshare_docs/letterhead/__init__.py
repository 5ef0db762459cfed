"""An employer's own letterhead, put on a Word template before it is compiled.

`letterhead` is what may be set: a logo, colours by what they are for, a typeface and paper.
`pictures` reads a logo, `colours` reckons whether words on a colour can be read. `dressing` puts
all of it on a template's package: `house_colours`, `typeface`, `paper` and `logo` each one thing,
`own_document` what a letterhead made in Word brings. Nothing here knows of job shares.
"""
