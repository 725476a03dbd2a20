VALUE = 'no __init__ above'
