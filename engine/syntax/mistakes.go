package syntax

// The checks of the second pass: texts that are nearly right.

func (p *parser) checkNamedExpr(e Expr, first int)                   {}
func (p *parser) checkForgottenComma(e Expr, first int)              {}
func (p *parser) checkComprehensionElement(e Expr, start int32)      {}
func (p *parser) checkUnparenthesisedTarget(elts []Expr, close kind) {}
func (p *parser) checkDictValue()                                    {}
func (p *parser) argumentOrder(msg string, open token)               { p.failHere("%s", msg) }
func (p *parser) checkArgument(e Expr, first int)                    {}
func (p *parser) checkSlash(a *Arguments, star bool)                 {}
func (p *parser) checkAfterKwArg()                                   {}
func (p *parser) checkParenthesisedParameter(closer kind)            {}
func (p *parser) checkLegacyPrint()                                  {}
func (p *parser) checkExpressionStmt(e Expr, first int)              {}
func (p *parser) checkExceptTypes(e Expr)                            {}
func (p *parser) forgottenMatchColon(end int) bool                   { return false }
