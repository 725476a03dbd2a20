package content

import (
	"encoding/json"
	"errors"
	"fmt"

	"loopscope/engine"
)

// Engine is the Runner of the real course: it asks for the same run that the
// page's stage asks for, so that both get the same recording.
type Engine struct{}

// Run implements Runner.
func (Engine) Run(src Source) (Result, error) {
	req := engine.Request{
		Files: []engine.File{{Name: "main.py", Text: src.Text}},
		Seed:  int64(src.Seed),
		Argv:  []string{src.Name + ".py"},
	}
	if len(src.Machine) > 0 {
		machine := map[string]any{}
		for k, v := range src.Machine {
			if on, ok := v.(bool); ok && k == "gil" { // the page's name for the opposite
				k, v = "freeThreaded", !on
			}
			machine[k] = v
		}
		data, err := json.Marshal(machine)
		if err != nil {
			return nil, err
		}
		if err := json.Unmarshal(data, &req.Machine); err != nil {
			return nil, fmt.Errorf("machine: %v", err)
		}
	}
	result := engine.Run(req)
	if result.Error != nil {
		return nil, errors.New(result.Error.Message)
	}
	return Recorded(result.Recording), nil
}
