变量 = 1
é = 2
_x1 = x_1
Ünïcode.属性.メソッド(引数=値)
ª = º
class 类(基类): 
    def 方法(self, 参数: 类型 = 默认) -> 返回: pass
import 模块 as 别名
from 模块 import 名字 as 别名
global 全局
def ﬁ(ｘ, 𝐱, ⅷ): return ｘ + 𝐱 + ﬁ
é = é
ſ = K
x·y = ℘
x‿y = 1
가 = 가
か = ｶﾞ
éte = 한
x́y = が
α = ω = ΐ
привет = й
क्षि = ก็
ἀ = ἆ
